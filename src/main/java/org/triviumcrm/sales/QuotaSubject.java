package org.triviumcrm.sales;

/** What a quota is set for. */
public enum QuotaSubject {
    COMPANY,
    TEAM,
    PERSON,
    PRODUCT,
    /** A territory with all below it. */
    REGION
}
