package org.triviumcrm.identity;

import java.util.List;
import java.util.Locale;

/** Fills a company that has just been set up with people and a year of history. A module above implements it. */
public interface DemoData {

    /**
     * Called after all listeners of {@link CompanySetUp}, in the same transaction.
     *
     * @param passwordHash the administrator's: the demo people sign in with the same password
     */
    void fill(CompanySetUp company, String passwordHash);

    /** Who signs in to look around, also when nobody has been brought in yet. */
    List<Guest> guests();

    /**
     * A demo person.
     *
     * @param role key of a built-in role
     */
    record Guest(String name, String signInName, String role, Locale language) {}
}
