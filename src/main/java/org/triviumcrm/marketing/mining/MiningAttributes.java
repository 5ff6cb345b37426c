package org.triviumcrm.marketing.mining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.mining.tree.Attribute;
import org.triviumcrm.marketing.mining.tree.AttributeKind;
import org.triviumcrm.shared.condition.FieldKind;

/** What is known of those a model is about, as far as a tree can learn from it: not free texts, and not who looks after them. */
@Component
class MiningAttributes {

    private final MiningQuestions questions;
    private final BarredRepository barred;

    MiningAttributes(MiningQuestions questions, BarredRepository barred) {
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

    private static Map<String, MiningAttribute> learnable(MiningSubject subject, Viewer viewer, Locale locale) {
        Map<String, MiningAttribute> all = new LinkedHashMap<>(subject.attributes(viewer, locale));
        all.values().removeIf(one -> switch (one.field().kind()) {
            case TEXT, PERSON, SEVERAL, EVENTS -> true;
            default -> false;
        });
        return all;
    }

    /** Those of these keys that are still there. */
    List<MiningAttribute> chosen(Viewer viewer, Locale locale, MiningModel model, List<String> keys) {
        Map<String, MiningAttribute> offered = offered(viewer, locale, model);
        return keys.stream().map(offered::get).filter(Objects::nonNull).toList();
    }

    /** The same; none at all when one of them is not there any more, or must not be used to decide. */
    List<MiningAttribute> usable(Viewer viewer, Locale locale, MiningModel model, List<String> keys) {
        List<MiningAttribute> chosen = chosen(viewer, locale, model, keys);
        return chosen.size() == keys.size() && chosen.stream().allMatch(MiningAttribute::decides) ? chosen : List.of();
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
