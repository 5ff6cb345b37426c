package org.triviumcrm.support.care;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.triviumcrm.customer.Segments;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** What the form of a plan offers. */
@Component
class CareForms {

    private static final List<String> SEGMENTS = List.of("CHAMPION", "LOYAL", "PROMISING", "FADING", "AT_RISK", "LOST");

    /** Empty lines below those that are there. */
    private static final int MORE = 2;

    private static final int AT_LEAST = 4;

    private final CareService plans;
    private final People people;
    private final Companies companies;
    private final Segments segments;
    private final MessageSource messages;

    CareForms(CareService plans, People people, Companies companies, Segments segments, MessageSource messages) {
        this.plans = plans;
        this.people = people;
        this.companies = companies;
        this.segments = segments;
        this.messages = messages;
    }

    /** The model has what was typed as {@code plan}. */
    String form(Viewer viewer, Model model, SaveCarePlan plan, long id) {
        List<SaveCareLine> lines = plan.getLines();
        int used = (int) lines.stream().filter(line -> !line.isBlank()).count();
        while (lines.size() < Math.max(AT_LEAST, used + MORE)) {
            lines.add(new SaveCareLine());
        }
        model.addAttribute("id", id);
        model.addAttribute("currency", companies.currency());
        model.addAttribute("classes", options(names(ValueClass.values()), "customer.value.class."));
        model.addAttribute("segments", options(SEGMENTS, "customer.value.segment."));
        model.addAttribute(
                "levels",
                levels(viewer, plan).map(level -> new Option(level, level)).toList());
        model.addAttribute("groups", segments.choices(viewer));
        model.addAttribute("kinds", options(names(CareKind.values()), "support.care.kind."));
        model.addAttribute("rhythms", options(names(CareRhythm.values()), "support.care.rhythm."));
        Long owner = plan.getOwnerId();
        model.addAttribute("ownerName", owner == null ? null : name(owner));
        return "support/care/form";
    }

    void check(Viewer viewer, SaveCarePlan plan, Errors errors) {
        plan.check(
                List.of(
                        names(ValueClass.values()),
                        SEGMENTS,
                        levels(viewer, plan).toList()),
                errors);
        if (!segments.choices(viewer).stream().map(Option::value).toList().containsAll(plan.getMemberOf())) {
            errors.rejectValue("memberOf", "support.care.error.memberOf");
        }
        Long owner = plan.getOwnerId();
        if (owner != null && name(owner) == null) {
            errors.rejectValue("ownerId", "support.care.error.owner");
        }
    }

    /** Those that occur, and those that stand in the plan. */
    private Stream<String> levels(Viewer viewer, SaveCarePlan plan) {
        return Stream.concat(plans.levels(viewer).stream(), plan.getLevels().stream())
                .distinct();
    }

    private @Nullable String name(long person) {
        return people.find(person).map(PersonRef::name).orElse(null);
    }

    private List<Option> options(List<String> values, String prefix) {
        Locale locale = LocaleContextHolder.getLocale();
        return values.stream()
                .map(value ->
                        new Option(value, Objects.requireNonNull(messages.getMessage(prefix + value, null, locale))))
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
