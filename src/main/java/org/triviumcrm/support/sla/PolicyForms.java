package org.triviumcrm.support.sla;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionWords;
import org.triviumcrm.shared.condition.GroupActs;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.support.calendar.BusinessCalendarService;

/** What the pages of policies show and offer. */
@Component
class PolicyForms {

    private final PolicyFields fields;
    private final PolicyChoiceRepository choices;
    private final PolicyConditions conditions;
    private final BusinessCalendarService calendars;
    private final People people;
    private final Companies companies;
    private final SlaWords words;
    private final MessageSource messages;
    private final Format format;

    PolicyForms(
            PolicyFields fields,
            PolicyChoiceRepository choices,
            PolicyConditions conditions,
            BusinessCalendarService calendars,
            People people,
            Companies companies,
            SlaWords words,
            MessageSource messages,
            Format format) {
        this.fields = fields;
        this.choices = choices;
        this.conditions = conditions;
        this.calendars = calendars;
        this.people = people;
        this.companies = companies;
        this.words = words;
        this.messages = messages;
        this.format = format;
    }

    Map<String, ConditionField> fields() {
        return fields.in(LocaleContextHolder.getLocale());
    }

    List<PolicyRow> rows(List<SlaPolicy> policies) {
        Locale locale = LocaleContextHolder.getLocale();
        ConditionWords said =
                new ConditionWords(messages, format, locale, fields.in(locale), Map.of(), companies.currency());
        return policies.stream()
                .map(policy -> new PolicyRow(
                        policy.getId(),
                        policy.getName(),
                        policy.isActive(),
                        said.of(conditions.read(policy.getConditions())),
                        words.targets(PolicyTargets.read(policy.getTargets()), locale)))
                .toList();
    }

    /** The model has what was typed as {@code policyForm}. */
    String form(Viewer viewer, Model model, PolicyForm form, long id) {
        model.addAttribute(
                "editor",
                new PolicyEditor(
                        id,
                        fields(),
                        calendars.choices(viewer),
                        choices.queues(),
                        person(form.getBreachPersonId()),
                        companies.currency()));
        return "support/sla/form";
    }

    private @Nullable String person(@Nullable Long id) {
        return id == null ? null : people.find(id).map(PersonRef::name).orElse(null);
    }

    /** What the buttons of the conditions do; nothing is saved. */
    void change(PolicyForm form, List<String> acts) {
        GroupActs.apply(form, "when", form.getWhen(), acts, fields());
    }
}
