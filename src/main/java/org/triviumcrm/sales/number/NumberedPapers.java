package org.triviumcrm.sales.number;

/** Papers of a kind, for who numbers them. */
public interface NumberedPapers {

    NumberKind kind();

    /** Whether one has that number. After a change of patterns, an older one may have given away what would be next. */
    boolean isTaken(String number);
}
