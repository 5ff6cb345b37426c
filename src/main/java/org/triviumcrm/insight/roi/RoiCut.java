package org.triviumcrm.insight.roi;

/** By what the return of campaigns is cut. */
public enum RoiCut {
    CAMPAIGN,
    METHOD,
    REGION,
    /** Of the campaigns' products; money is divided evenly among those of a campaign. */
    PRODUCT,
    /** How much was invested in a campaign: bands found from the data, or those that are said. */
    BAND,
    MONTH,
    /** The topmost campaign with all its parts. */
    TREE
}
