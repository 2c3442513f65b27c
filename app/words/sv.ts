/**
 * The Swedish catalogue, and the shape that every other catalogue must have.
 * A message is a string, or a function of what it needs to say; sections follow the features.
 */
export const sv = {
  product: {
    name: "Repris",
    home: "Repris, startsida",
  },
};
