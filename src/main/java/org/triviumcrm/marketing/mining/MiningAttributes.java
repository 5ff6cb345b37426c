package org.triviumcrm.marketing.mining;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.mining.tree.Attribute;
import org.triviumcrm.marketing.mining.tree.AttributeKind;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/**
 * What is known of those a model is about, as far as a tree can learn from it: not free texts and links, and not who looks after them; people
 * in fields that were added count. Several choices are one attribute each.
 */
@Component
class MiningAttributes {

    /** What can stand in SQL as it is, as keys of choices do. */
    private static final Pattern PLAIN = Pattern.compile("[\\w-]{1,100}");

    private static final int MOST_CHOICES = 50;

    private final MiningQuestions questions;
    private final BarredRepository barred;
    private final MessageSource messages;

    MiningAttributes(MiningQuestions questions, BarredRepository barred, MessageSource messages) {
        this.messages = messages;
        this.questions = questions;
        this.barred = barred;
    }

    /** By key; also those that must not be used to decide. The attribute that is asked for itself is none of them. */
    Map<String, MiningAttribute> offered(Viewer viewer, Locale locale, MiningModel model) {
        MiningSubject subject = questions.subject(model.subject());
        Map<String, MiningAttribute> offered = learnable(subject, viewer, locale);
        offered.values().removeIf(one -> subject.isAsked(model.question(), one.key()));
        barred.of(subject.key()).forEach(key -> offered.computeIfPresent(key, (same, one) -> one.barred()));
        return offered;
    }

    /** Those that no administrator has added as a field, by key. */
    Map<String, MiningAttribute> own(MiningSubject subject, Viewer viewer, Locale locale) {
        Map<String, MiningAttribute> own = learnable(subject, viewer, locale);
        own.keySet().removeIf(FieldSpec::isColumn);
        return own;
    }

    private Map<String, MiningAttribute> learnable(MiningSubject subject, Viewer viewer, Locale locale) {
        Map<String, MiningAttribute> all = new LinkedHashMap<>();
        subject.attributes(viewer, locale).forEach((key, one) -> {
            switch (one.field().kind()) {
                case TEXT, RECORD, EVENTS -> {}
                case SEVERAL -> each(one, locale).forEach(choice -> all.put(choice.key(), choice));
                case PERSON -> {
                    if (FieldSpec.isColumn(key)) {
                        all.put(key, one);
                    }
                }
                default -> all.put(key, one);
            }
        });
        return all;
    }

    /** Whether each of several is among those chosen, yes or no; not known where nothing was chosen. */
    private List<MiningAttribute> each(MiningAttribute several, Locale locale) {
        List<Option> answers = List.of(
                new Option("true", messages.getMessage("shared.condition.yes", null, locale)),
                new Option("false", messages.getMessage("shared.condition.no", null, locale)));
        return several.field().getOptions().stream()
                .filter(option -> PLAIN.matcher(option.value().toString()).matches())
                .limit(MOST_CHOICES)
                .map(option -> {
                    String label = messages.getMessage(
                            "marketing.mining.choice",
                            new Object[] {several.field().label(), option.text()},
                            locale);
                    ConditionField field = new ConditionField(
                            several.key() + "." + option.value(), label, FieldKind.BOOLEAN, () -> answers);
                    String held = "(%1$s @> to_jsonb(cast('%2$s' as text)))".formatted(several.sql(), option.value());
                    String heading = several.field().heading();
                    return new MiningAttribute(
                            heading == null ? field : field.under(heading),
                            "case when " + several.sql() + " <> '[]' then " + held + " end",
                            several.join(),
                            several.decides());
                })
                .toList();
    }

    /** Those of these keys that are still there. */
    List<MiningAttribute> chosen(Viewer viewer, Locale locale, MiningModel model, List<String> keys) {
        Map<String, MiningAttribute> offered = offered(viewer, locale, model);
        return keys.stream().map(offered::get).filter(Objects::nonNull).toList();
    }

    /** The same; none at all when one of them is not there any more, or must not be used to decide. */
    List<MiningAttribute> usable(Viewer viewer, Locale locale, MiningModel model, List<String> keys) {
        List<MiningAttribute> chosen = chosen(viewer, locale, model, keys);
        boolean usable = chosen.size() == keys.size()
                && chosen.stream().allMatch(MiningAttribute::decides)
                && mayBeAsked(viewer, locale, questions.subject(model.subject()), model.question());
        return usable ? chosen : List.of();
    }

    /**
     * Whether an administrator lets the model go on deciding: neither what it learned from nor what it was asked is barred, be it offered to
     * this viewer or not.
     */
    boolean mayDecide(Viewer viewer, Locale locale, MiningModel model) {
        MiningSubject subject = questions.subject(model.subject());
        return model.attributes().stream().noneMatch(barred(viewer, locale, subject)::contains)
                && mayBeAsked(viewer, locale, subject, model.question());
    }

    /** Whether groups may be chosen by what this asks: not where it asks an attribute that must not be used to decide. */
    boolean mayBeAsked(Viewer viewer, Locale locale, MiningSubject subject, String question) {
        return barred(viewer, locale, subject).stream().noneMatch(key -> subject.isAsked(question, key));
    }

    /** Keys of those that must not be used to decide. */
    Set<String> barred(Viewer viewer, Locale locale, MiningSubject subject) {
        Set<String> all = new HashSet<>(barred.of(subject.key()));
        learnable(subject, viewer, locale).values().stream()
                .filter(one -> !one.decides())
                .forEach(one -> all.add(one.key()));
        return all;
    }

    static Attribute learned(MiningAttribute attribute) {
        return new Attribute(attribute.key(), kind(attribute.field().kind()), !attribute.decides());
    }

    private static AttributeKind kind(FieldKind kind) {
        return switch (kind) {
            case MONEY, NUMBER, PERCENT -> AttributeKind.NUMBER;
            case DATE -> AttributeKind.DATE;
            default -> AttributeKind.CHOICE;
        };
    }
}
