package org.triviumcrm.sales.assignment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.customer.CustomerTexts;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.territory.TerritoryScopes;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.web.Option;

/** What the pages of assignment offer to choose from and say in words. */
@Component
class AssignmentForms {

    /** The conditions, which the history keeps as one text. */
    static final HistoryField[] SETS = {
        HistoryField.text("regions", "sales.assignment.regions"),
        HistoryField.text("industries", "sales.assignment.industries"),
        new HistoryField("min_amount", "sales.assignment.minAmount", HistoryField.NUMBER),
        new HistoryField("max_amount", "sales.assignment.maxAmount", HistoryField.NUMBER),
        new HistoryField("pipelines", "sales.assignment.pipelines", "pipeline"),
        new HistoryField("products", "sales.assignment.products", "product"),
        new HistoryField("territories", "sales.assignment.territories", "territory")
    };

    private final AssignmentChoiceRepository choices;
    private final CustomerTexts customers;
    private final AssignmentWords words;
    private final Teams teams;
    private final People people;
    private final Companies companies;
    private final TerritoryScopes territories;
    private final MessageSource messages;

    AssignmentForms(
            AssignmentChoiceRepository choices,
            CustomerTexts customers,
            AssignmentWords words,
            Teams teams,
            People people,
            Companies companies,
            TerritoryScopes territories,
            MessageSource messages) {
        this.choices = choices;
        this.customers = customers;
        this.words = words;
        this.teams = teams;
        this.people = people;
        this.companies = companies;
        this.territories = territories;
        this.messages = messages;
    }

    void list(Viewer viewer, Model model, List<AssignmentRow> rows) {
        Map<String, String> read =
                words.names(rows.stream().map(AssignmentRow::conditions).toList(), LocaleContextHolder.getLocale());
        Map<Long, String> byRule = new LinkedHashMap<>();
        rows.forEach(row -> byRule.put(row.id(), read.getOrDefault(row.conditions(), "")));
        model.addAttribute("rows", rows);
        model.addAttribute("words", byRule);
    }

    String form(Viewer viewer, Model model, SaveAssignmentRule input, long id) {
        model.addAttribute("id", id);
        model.addAttribute("regions", texts(customers.different(AssignmentConditions.REGION), input.regions()));
        model.addAttribute("industries", texts(customers.different(AssignmentConditions.INDUSTRY), input.industries()));
        model.addAttribute("pipelines", choices.pipelines());
        model.addAttribute("products", choices.products(input.products()));
        model.addAttribute("territories", territories.options());
        model.addAttribute(
                "teams",
                teams.tree().stream()
                        .map(team -> new Option(team.id(), team.path()))
                        .toList());
        model.addAttribute("personName", name(input.personId()));
        model.addAttribute("currency", companies.currency());
        model.addAttribute(
                "targets",
                Arrays.stream(AssignmentTarget.values())
                        .map(target -> new Option(target, text("sales.assignment.target." + target)))
                        .toList());
        return "sales/assignment/form";
    }

    @Nullable
    String name(@Nullable Long personId) {
        return personId == null
                ? null
                : people.find(personId).map(PersonRef::name).orElse(null);
    }

    /** Those there are, and those chosen that there are not any more. */
    private static List<Option> texts(List<String> there, List<String> chosen) {
        return Stream.concat(there.stream(), chosen.stream())
                .filter(Objects::nonNull)
                .distinct()
                .map(text -> new Option(text, text))
                .toList();
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
