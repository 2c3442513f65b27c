/** People on a page of a trial. */
export const peopleOnPage = 50;
