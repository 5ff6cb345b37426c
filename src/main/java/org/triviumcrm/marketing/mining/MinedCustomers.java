package org.triviumcrm.marketing.mining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerAttribute;
import org.triviumcrm.customer.CustomerAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.MiningQuestionSource;
import org.triviumcrm.shared.condition.FieldKind;

/** Customers: whatever they do, and whatever is yes or no of them, can be asked. */
@Component
@Order(1)
class MinedCustomers implements MiningSubject {

    /** Whoever says yes to one of these has bought. */
    private static final Set<String> PURCHASES = Set.of("bought", "signed", "renewed", "keyCustomer");

    /** What all purchases come to, the one that is asked for among them. */
    private static final Set<String> OF_PURCHASES =
            Set.of("wonAmount", "wins", "lastWonOn", "revenue", "valueClass", "valueSegment");

    private final CustomerAttributes attributes;
    private final List<MiningQuestionSource> sources;
    private final MiningScoreRepository scores;

    MinedCustomers(CustomerAttributes attributes, List<MiningQuestionSource> sources, MiningScoreRepository scores) {
        this.attributes = attributes;
        this.sources = sources;
        this.scores = scores;
    }

    @Override
    public String key() {
        return MiningQuestion.CUSTOMER;
    }

    @Override
    public String alias() {
        return "c";
    }

    @Override
    public String open() {
        return "";
    }

    @Override
    public Map<String, MiningAttribute> attributes(Viewer viewer, Locale locale) {
        Map<String, MiningAttribute> all = new LinkedHashMap<>();
        attributes
                .attributes(viewer, locale)
                .forEach((key, one) ->
                        all.put(key, new MiningAttribute(one.field(), one.sql(), one.join(), one.decides())));
        return all;
    }

    @Override
    public Map<String, MiningQuestion> questions(Viewer viewer, Locale locale) {
        Map<String, MiningQuestion> all = new LinkedHashMap<>();
        attributes
                .behaviours(viewer, locale)
                .forEach((key, behaviour) ->
                        all.put(key, new MiningQuestion(behaviour.field(), behaviour.events(), null)));
        attributes.attributes(viewer, locale).values().stream()
                .filter(attribute -> attribute.field().kind() == FieldKind.BOOLEAN)
                .forEach(attribute -> all.put(attribute.key(), yesOrNo(attribute)));
        for (MiningQuestionSource source : sources) {
            source.questions(viewer, locale).forEach(question -> all.put(question.key(), question));
        }
        return all;
    }

    @Override
    public boolean contains(String question, String attribute) {
        return PURCHASES.contains(question) && OF_PURCHASES.contains(attribute);
    }

    @Override
    public MiningScores scores() {
        return scores;
    }

    /** Only those were asked of whom it is known. */
    private static MiningQuestion yesOrNo(CustomerAttribute attribute) {
        String select = "select c.id as customer_id, c.created_at as happened, null as thing from customer c "
                + attribute.join() + " where ";
        return MiningQuestion.undated(
                attribute.field(),
                select + "(" + attribute.sql() + ")",
                select + "(" + attribute.sql() + ") is not null",
                MiningQuestion.CUSTOMER);
    }
}
