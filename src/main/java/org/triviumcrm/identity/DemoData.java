package org.triviumcrm.identity;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fills a company that has just been set up with people and a year of history. A module above implements it. */
public interface DemoData {

    /**
     * Called after all listeners of {@link CompanySetUp}, in the same transaction.
     *
     * @param passwordHash of the one password that the demo people share; without it nobody signs in as them
     */
    void fill(CompanySetUp company, @Nullable String passwordHash);

    /** Who signs in to look around, also when nobody has been brought in yet. */
    List<Guest> guests();

    /**
     * A demo person.
     *
     * @param role key of a built-in role
     */
    record Guest(String name, String signInName, String role, Locale language) {}
}
