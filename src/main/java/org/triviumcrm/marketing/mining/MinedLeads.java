package org.triviumcrm.marketing.mining;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.lead.LeadAttribute;
import org.triviumcrm.marketing.lead.LeadAttributes;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;

/**
 * Leads: which of them become customers, and whatever is yes or no of them. What happened with a lead counts until it was decided, so that
 * nothing is learned from that the decision has brought along.
 */
@Component
@Order(2)
class MinedLeads implements MiningSubject {

    /** Begins the keys of questions about leads, so that they are none of customers. */
    static final String PREFIX = MiningQuestion.LEAD + ".";

    static final String QUALIFIED = PREFIX + "qualified";

    /** Whoever is open so many days, and silent for so many of them, has as good as said no. */
    private static final int OPEN_DAYS = 180;

    private static final int SILENT_DAYS = 90;

    private static final String SELECT = "select l.id as lead_id, %s as happened, null as thing from lead l where ";

    private static final String LONG_OPEN = "l.created_at < now() - interval '" + OPEN_DAYS
            + " days' and coalesce(l.last_activity_at, l.created_at) < now() - interval '" + SILENT_DAYS + " days'";

    private static final Map<String, String> KNOWN = Map.of(
            "hasEmail", "l.email", "hasPhone", "l.phone", "hasCompany", "l.company", "hasJobTitle", "l.job_title");

    private final LeadAttributes attributes;
    private final LeadScoreRepository scores;
    private final MessageSource messages;

    MinedLeads(LeadAttributes attributes, LeadScoreRepository scores, MessageSource messages) {
        this.attributes = attributes;
        this.scores = scores;
        this.messages = messages;
    }

    @Override
    public String key() {
        return MiningQuestion.LEAD;
    }

    @Override
    public String alias() {
        return "l";
    }

    @Override
    public String open() {
        return " and l.state in ('NEW', 'WORKING')";
    }

    @Override
    public Map<String, MiningAttribute> attributes(Viewer viewer, Locale locale) {
        Map<String, MiningAttribute> all = new LinkedHashMap<>();
        attributes.all(locale).values().stream()
                .filter(LeadAttribute::active)
                .forEach(one -> all.put(one.key(), new MiningAttribute(one.field(), one.sql(), "", one.decides())));
        for (String key : new String[] {"hasCompany", "hasJobTitle", "hasEmail", "hasPhone"}) {
            ConditionField field = new ConditionField(
                    key,
                    label(key, locale),
                    FieldKind.BOOLEAN,
                    () -> attributes.yesOrNo(locale),
                    null,
                    UnaryOperator.identity());
            all.put(key, new MiningAttribute(field, KNOWN.get(key) + " is not null", "", true));
        }
        all.put("attended", counted("attended", participant("attended_at"), locale));
        all.put("responded", counted("responded", participant("responded_at"), locale));
        all.put("calls", counted("calls", activity("CALL"), locale));
        all.put("meetings", counted("meetings", activity("MEETING"), locale));
        return all;
    }

    private MiningAttribute counted(String key, String sql, Locale locale) {
        return new MiningAttribute(ConditionField.typed(key, label(key, locale), FieldKind.NUMBER), sql, "", true);
    }

    private static String participant(String column) {
        return "(select count(*) from campaign_participant p where p.lead_id = l.id and p." + column
                + " < coalesce(l.decided_at, now()))";
    }

    private static String activity(String kind) {
        return "(select count(*) from activity a where a.about_type = 'lead' and a.about_id = l.id and a.kind = '"
                + kind + "' and a.at < coalesce(l.decided_at, now()))";
    }

    @Override
    public Map<String, MiningQuestion> questions(Viewer viewer, Locale locale) {
        Map<String, MiningQuestion> all = new LinkedHashMap<>();
        if (!viewer.can("marketing.lead.view")) {
            return all;
        }
        all.put(QUALIFIED, qualified(locale));
        attributes.all(locale).values().stream()
                .filter(LeadAttribute::active)
                .filter(attribute -> attribute.field().kind() == FieldKind.BOOLEAN)
                .map(attribute -> yesOrNo(attribute, locale))
                .forEach(question -> all.put(question.key(), question));
        return all;
    }

    @Override
    public boolean isAsked(String question, String attribute) {
        return question.equals(PREFIX + attribute);
    }

    /** Those who have not decided count as a no once they were silent for long; the others can't be learned from yet. */
    private MiningQuestion qualified(Locale locale) {
        ConditionField field = ConditionField.typed(QUALIFIED, label("qualified", locale), FieldKind.EVENTS);
        return new MiningQuestion(
                field,
                SELECT.formatted("coalesce(l.decided_at, l.updated_at)") + "l.state = 'QUALIFIED'",
                SELECT.formatted("l.created_at") + "l.state in ('QUALIFIED', 'DISQUALIFIED') or (" + LONG_OPEN + ")",
                MiningQuestion.LEAD,
                true,
                null);
    }

    /** Only those were asked of whom it is known. */
    private MiningQuestion yesOrNo(LeadAttribute attribute, Locale locale) {
        ConditionField field = ConditionField.typed(
                PREFIX + attribute.key(),
                messages.getMessage(
                        "marketing.mining.lead.is",
                        new Object[] {attribute.field().label()},
                        locale),
                FieldKind.BOOLEAN);
        String select = SELECT.formatted("l.created_at") + "(" + attribute.sql() + ")";
        return MiningQuestion.undated(field, select, select + " is not null", MiningQuestion.LEAD);
    }

    @Override
    public MiningScores scores() {
        return scores;
    }

    private String label(String key, Locale locale) {
        return messages.getMessage("marketing.mining.lead." + key, null, locale);
    }
}
