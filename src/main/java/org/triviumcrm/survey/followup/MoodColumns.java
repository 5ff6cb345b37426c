package org.triviumcrm.survey.followup;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ColumnType;
import org.triviumcrm.shared.list.KeptElsewhere;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListColumnSource;
import org.triviumcrm.shared.list.ListReader;

/**
 * What a customer said when last asked, in the lists of customers and of what belongs to them: a representative finds the open
 * opportunities of those who are not content. There for readers of surveys who see all customers, as a row may belong to one that
 * somebody else does not see.
 */
@Component
class MoodColumns implements ListColumnSource {

    /** Lists, each with what names the customer of a row. */
    private static final Map<String, String> CUSTOMERS = Map.of(
            "customer", "c.id", "contact", "c.customer_id", "opportunity", "o.customer_id", "ticket", "t.customer_id");

    private static final Choices MOODS =
            Choices.keptIn("customer_mood", "customer_id", "mood", Mood.class, "survey.mood");

    @Override
    public List<ListColumn> columns(String noun, ListReader reader) {
        String customer = CUSTOMERS.get(noun);
        if (customer == null
                || !reader.can("survey.survey.view")
                || !"true".equals(reader.scope("customer").sql("c"))) {
            return List.of();
        }
        return List.of(
                ListColumn.choice("lastSaid", kept("mood", customer), MOODS)
                        .titled("survey.mood")
                        .filterable(customer, MOODS)
                        .badge(),
                ListColumn.of("lastSaidAt", ColumnType.INSTANT, kept("at", customer))
                        .titled("survey.mood.at")
                        .filterable(new KeptElsewhere(
                                "kept.at",
                                "select kept.customer_id from customer_mood kept where %s",
                                customer,
                                null)));
    }

    private static String kept(String what, String customer) {
        return "(select m." + what + " from customer_mood m where m.customer_id = " + customer + ")";
    }
}
