package org.triviumcrm.customer;

import java.util.Map;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** What a module has to tell about a customer: one kind of things that happened. Implemented by the module that owns them. */
public interface StorySource {

    /** Lower case; message {@code customer.story.<key>} names the kind. */
    String key();

    /** Of the icon beside each. */
    String icon();

    /** Among the kinds, ascending. */
    int order();

    boolean isFor(Viewer viewer);

    /** Whether only the day of each is known: its {@code at} is when the day begins where the viewer is. */
    default boolean daysOnly() {
        return false;
    }

    /** Whether {@code detail} is an amount with its currency, such as {@code 1200.5000 EUR}, to be shown as amounts are. */
    default boolean tellsAmounts() {
        return false;
    }

    /**
     * A SELECT of what the viewer sees of the customer {@code :customer}, whose days begin in the time zone {@code :zone}, each with {@code at} (timestamptz, never null), {@code id} (bigint,
     * different for each), {@code what} (message {@code customer.story.<key>.<what>}), {@code title}, {@code detail} (may be null) and
     * {@code url} (its page), all texts, in this order.
     *
     * @param parameters those of the statement, to add to; see {@link #seen}
     */
    String sql(Viewer viewer, Map<String, Object> parameters);

    /**
     * The condition that a row is visible, its parameters named apart from those of other kinds of records.
     *
     * @param type of the record
     * @param alias of its table
     */
    static String seen(Viewer viewer, String type, String alias, Map<String, Object> parameters) {
        Scope scope = viewer.scope(type);
        scope.parameters().forEach((name, value) -> parameters.put(type + "_" + name, value));
        return scope.sql(alias).replace(":", ":" + type + "_");
    }
}
