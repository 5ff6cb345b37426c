package org.triviumcrm.sales;

/** Lets opportunities that are made up be written as they are, in the present transaction. */
public interface OpportunityPassages {

    /** For the demo company, whose opportunities were decided by nobody. */
    void openForDemo();
}
