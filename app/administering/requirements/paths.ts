export const requirementsPath = "/admin/requirements";
export const newRequirementPath = `${requirementsPath}/new`;
export const requirementPath = (id: string) => `${requirementsPath}/${encodeURIComponent(id)}`;
export const editRequirementPath = (id: string) => `${requirementPath(id)}/edit`;
