package org.triviumcrm.marketing.mining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.mining.tree.Attribute;
import org.triviumcrm.marketing.mining.tree.AttributeKind;
import org.triviumcrm.marketing.mining.tree.Condition;
import org.triviumcrm.marketing.mining.tree.Node;
import org.triviumcrm.marketing.mining.tree.Rule;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.format.Format;

/** Rules and questions in words. */
@Component
class MiningWords {

    private final MessageSource messages;
    private final Format format;
    private final Companies companies;

    MiningWords(MessageSource messages, Format format, Companies companies) {
        this.messages = messages;
        this.format = format;
        this.companies = companies;
    }

    String question(@Nullable MiningQuestion question, MiningModel model, Locale locale) {
        if (question == null) {
            return say("marketing.mining.question.gone", locale);
        }
        String thing = model.thing();
        if (thing == null || question.field().thing() == null) {
            return question.field().label();
        }
        return say(
                "marketing.mining.question.thing",
                locale,
                question.field().label(),
                question.field().thing().named(thing));
    }

    /** All conditions, one after the other. */
    String sentence(Rule rule, List<Attribute> attributes, Map<String, MiningAttribute> known, Locale locale) {
        if (rule.conditions().isEmpty()) {
            return say("marketing.mining.rule.everybody", locale);
        }
        return rule.conditions().stream()
                .map(one -> condition(one, attributes.get(one.attribute()), known, locale))
                .collect(Collectors.joining(say("marketing.mining.rule.and", locale)));
    }

    String label(String key, Map<String, MiningAttribute> known) {
        MiningAttribute attribute = known.get(key);
        return attribute == null ? key : attribute.field().label();
    }

    /** What a node asks. */
    String node(Node node, List<Attribute> attributes, Map<String, MiningAttribute> known, Locale locale) {
        Attribute attribute = attributes.get(node.attribute());
        String label = label(attribute.key(), known);
        if (node.threshold() == null && node.value() == null) {
            return say("marketing.mining.rule.unknown", locale, label);
        }
        return node.threshold() != null
                ? say(of(attribute, "upTo", "until"), locale, label, number(attribute, node.threshold(), known))
                : say("marketing.mining.rule.is", locale, label, named(attribute, node.value(), known));
    }

    private String condition(
            Condition condition, Attribute attribute, Map<String, MiningAttribute> known, Locale locale) {
        String label = label(attribute.key(), known);
        if (!condition.known()) {
            return say("marketing.mining.rule.unknown", locale, label);
        }
        String words = attribute.kind().isNumber()
                ? range(condition, attribute, label, known, locale)
                : choice(condition, attribute, label, known, locale);
        return condition.unknown() ? say("marketing.mining.rule.orUnknown", locale, words) : words;
    }

    private String range(
            Condition condition, Attribute attribute, String label, Map<String, MiningAttribute> known, Locale locale) {
        if (condition.above() != null && isCounted(attribute, known)) {
            return counted(condition.above(), condition.upTo(), label, locale);
        }
        if (condition.above() != null && condition.upTo() != null) {
            return say(
                    of(attribute, "between", "afterUntil"),
                    locale,
                    label,
                    number(attribute, condition.above(), known),
                    number(attribute, condition.upTo(), known));
        }
        if (condition.above() != null) {
            return say(of(attribute, "above", "after"), locale, label, number(attribute, condition.above(), known));
        }
        return condition.upTo() == null
                ? say("marketing.mining.rule.known", locale, label)
                : say(of(attribute, "upTo", "until"), locale, label, number(attribute, condition.upTo(), known));
    }

    /** Whether it has no decimals, and is no amount, of which there may be some tomorrow. */
    private static boolean isCounted(Attribute attribute, Map<String, MiningAttribute> known) {
        FieldKind kind = kind(attribute, known);
        return attribute.kind() == AttributeKind.WHOLE && kind != FieldKind.MONEY && kind != FieldKind.PERCENT;
    }

    private static @Nullable FieldKind kind(Attribute attribute, Map<String, MiningAttribute> known) {
        MiningAttribute found = known.get(attribute.key());
        return found == null ? null : found.field().kind();
    }

    /** What is above 19 and no more than 30 is 20 to 30, where there is nothing between 19 and 20. */
    private String counted(double above, @Nullable Double upTo, String label, Locale locale) {
        double first = Math.floor(above) + 1;
        if (upTo == null) {
            return say("marketing.mining.rule.from", locale, label, format.number(first));
        }
        double last = Math.floor(upTo);
        return first == last
                ? say("marketing.mining.rule.equal", locale, label, format.number(first))
                : say("marketing.mining.rule.within", locale, label, format.number(first), format.number(last));
    }

    private static String of(Attribute attribute, String number, String date) {
        return "marketing.mining.rule." + (attribute.kind() == AttributeKind.DATE ? date : number);
    }

    private String choice(
            Condition condition, Attribute attribute, String label, Map<String, MiningAttribute> known, Locale locale) {
        if (condition.only() != null) {
            return say("marketing.mining.rule.is", locale, label, named(attribute, condition.only(), known));
        }
        if (condition.never().isEmpty()) {
            return say("marketing.mining.rule.known", locale, label);
        }
        MiningAttribute found = known.get(attribute.key());
        if (found != null
                && found.field().kind() == FieldKind.BOOLEAN
                && condition.never().size() == 1) {
            boolean yes = !condition.never().contains(String.valueOf(true));
            return say("marketing.mining.rule.is", locale, label, named(attribute, String.valueOf(yes), known));
        }
        List<String> names = new ArrayList<>();
        condition.never().forEach(value -> names.add(named(attribute, value, known)));
        return say(
                "marketing.mining.rule.not",
                locale,
                label,
                String.join(say("marketing.mining.rule.comma", locale), names));
    }

    /** Amounts of the product are in the company's currency; those of fields that were added are each in its own. */
    private String number(Attribute attribute, double number, Map<String, MiningAttribute> known) {
        if (attribute.kind() == AttributeKind.DATE) {
            return format.date(LocalDate.ofEpochDay((long) Math.floor(number)));
        }
        FieldKind kind = kind(attribute, known);
        if (kind == FieldKind.MONEY) {
            return format.money(BigDecimal.valueOf(number), companies.currency());
        }
        return format.number(number);
    }

    private static String named(Attribute attribute, @Nullable String value, Map<String, MiningAttribute> known) {
        MiningAttribute found = known.get(attribute.key());
        return value == null ? "" : found == null ? value : found.field().named(value);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
