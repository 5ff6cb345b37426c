package org.triviumcrm.marketing.mining.tree;

import org.jspecify.annotations.Nullable;

/** What is known of one, by the place of the attribute. */
public interface Row {

    /** NaN where it is not known. */
    double number(int attribute);

    /** Null where it is not known. */
    @Nullable
    String text(int attribute);
}
