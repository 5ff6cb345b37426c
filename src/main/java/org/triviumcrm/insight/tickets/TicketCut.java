package org.triviumcrm.insight.tickets;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By what tickets are told apart in the report. */
public enum TicketCut {
    AGENT("owner", "t.owner_id", "person"),
    TEAM("team", "t.team_id", "team"),
    QUEUE("queue", "t.queue_id", "ticket_queue"),
    TYPE("type", "t.type_id", "ticket_type"),
    PRODUCT("product", "t.product_id", "product"),
    /** The company's own ranking of its customers. */
    LEVEL("customerLevel", "c.level", null),
    /** By what the customer brings, as it is now. */
    VALUE("valueClass", "v.value_class", null),
    PRIORITY("priority", "t.priority", null),
    CHANNEL("channel", "t.channel", null),
    /** In which month it was opened, answered, solved. */
    MONTH("month", "to_char(%s at time zone :zone, 'YYYY-MM')", null);

    private static final Pattern CLASS = Pattern.compile("[ABC]");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final String column;
    private final String key;
    private final @Nullable String table;

    TicketCut(String column, String key, @Nullable String table) {
        this.column = column;
        this.key = key;
        this.table = table;
    }

    /** Of the list of tickets, and the parameter of the page. */
    String column() {
        return column;
    }

    /** SQL for what a row is known by, over a ticket {@code t}. @param moment SQL for when what is counted happened */
    String key(String moment) {
        return key.formatted(moment);
    }

    /** Whose rows give the names; null where the key is a constant or the name itself. */
    @Nullable
    String table() {
        return table;
    }

    /** Where its key stands of a ticket's customer; empty where a ticket has it itself. */
    String ofTheCustomer() {
        return switch (this) {
            case LEVEL -> " left join customer c on c.id = t.customer_id";
            case VALUE -> " left join customer_value v on v.customer_id = t.customer_id";
            default -> "";
        };
    }

    /** Whether tickets can be narrowed to one row of it, as the value says. */
    boolean narrows(@Nullable String value) {
        return value != null
                && !value.isBlank()
                && this != MONTH
                && (this != VALUE || CLASS.matcher(value).matches())
                && (table == null || ID.matcher(value).matches());
    }
}
