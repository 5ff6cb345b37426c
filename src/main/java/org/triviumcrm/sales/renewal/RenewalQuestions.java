package org.triviumcrm.sales.renewal;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.MiningQuestionSource;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;

/**
 * Who renewed, of those whose contract ended {@value #DAYS} days ago or longer: the opportunity to renew was won, or another contract signed within
 * as many days of the end. Asked are those with a contract that nobody has renewed yet and that may still be.
 */
@Component
class RenewalQuestions implements MiningQuestionSource {

    private static final int DAYS = 90;

    private static final String SIGNED = "k.base_gain is not null and k.revision = 1 and k.ends_on is not null";

    /** From then on who has not renewed will not. */
    private static final String OVER = "k.ends_on <= current_date - " + DAYS;

    private static final String ENDED =
            "select k.customer_id, k.ends_on as happened, null as thing from contract k where " + SIGNED + " and "
                    + OVER;

    private static final String RENEWAL = """
            from contract k cross join lateral (
                select min(d.day) as renewed_on
                from (select o.closed_on as day from contract p join opportunity o on o.id = p.renewal_id
                      where p.root_id = k.root_id and o.state = 'WON'
                      union all
                      select n.signed_on from contract n
                      where n.customer_id = k.customer_id and n.root_id <> k.root_id and n.base_gain is not null
                        and n.signed_on between k.ends_on - %1$d and k.ends_on + %1$d) d) r where %2$s""".formatted(DAYS, SIGNED);

    /** On the day on which it was: long before the old contract ended, or after it. */
    private static final String RENEWED = "select k.customer_id, r.renewed_on as happened, null as thing " + RENEWAL
            + " and r.renewed_on is not null";

    private static final String OPEN = "select k.customer_id, null as thing " + RENEWAL
            + " and r.renewed_on is null and k.state in ('SIGNED', 'ENDED') and not " + OVER;

    private final MessageSource messages;

    RenewalQuestions(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<MiningQuestion> questions(Viewer viewer, Locale locale) {
        if (!viewer.can("sales.opportunity.view")
                || !viewer.scope("opportunity").sql("x").equals("true")) {
            return List.of();
        }
        ConditionField field = ConditionField.typed(
                        "renewed", messages.getMessage("sales.renewal.did", null, locale), FieldKind.EVENTS)
                .under(messages.getMessage("sales.purchase.did", null, locale));
        return List.of(MiningQuestion.repeated(field, RENEWED, ENDED, OPEN));
    }
}
