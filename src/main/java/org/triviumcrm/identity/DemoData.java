package org.triviumcrm.identity;

/** Fills a company that has just been set up with people and a year of history. A module above implements it. */
public interface DemoData {

    /**
     * Called after all listeners of {@link CompanySetUp}, in the same transaction.
     *
     * @param passwordHash the administrator's: the demo people sign in with the same password
     */
    void fill(CompanySetUp company, String passwordHash);
}
