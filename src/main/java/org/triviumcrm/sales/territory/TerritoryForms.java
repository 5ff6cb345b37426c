package org.triviumcrm.sales.territory;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.customer.CustomerTexts;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.web.Option;

/** What the form of a territory offers to choose from. */
@Component
class TerritoryForms {

    /** The conditions, which the history keeps as one text. */
    static final HistoryField[] SETS = {
        HistoryField.text("countries", "sales.territory.field.country"),
        HistoryField.text("regions", "sales.territory.field.region"),
        HistoryField.text("industries", "sales.territory.field.industry"),
        new HistoryField("min_employees", "sales.territory.minEmployees", HistoryField.NUMBER),
        new HistoryField("max_employees", "sales.territory.maxEmployees", HistoryField.NUMBER)
    };

    private final TerritoryReadService territories;
    private final CustomerTexts texts;
    private final Teams teams;
    private final People people;

    TerritoryForms(TerritoryReadService territories, CustomerTexts texts, Teams teams, People people) {
        this.territories = territories;
        this.texts = texts;
        this.teams = teams;
        this.people = people;
    }

    /** @param id null for a new one */
    String form(Viewer viewer, Model model, SaveTerritory input, @Nullable Long id) {
        model.addAttribute("id", id);
        model.addAttribute("parents", options(territories.others(viewer, id)));
        model.addAttribute(
                "teams",
                teams.tree().stream()
                        .map(team -> new Option(team.id(), team.path()))
                        .toList());
        model.addAttribute(
                "managerName",
                input.managerId() == null
                        ? null
                        : people.find(input.managerId()).map(PersonRef::name).orElse(null));
        model.addAttribute("countries", texts(TerritoryConditions.COUNTRY, input.countries()));
        model.addAttribute("regions", texts(TerritoryConditions.REGION, input.regions()));
        model.addAttribute("industries", texts(TerritoryConditions.INDUSTRY, input.industries()));
        return "sales/territory/form";
    }

    static List<Option> options(List<TerritoryChoice> choices) {
        return choices.stream()
                .map(choice -> new Option(choice.id(), choice.path()))
                .toList();
    }

    /** Those there are, and those chosen that there are not any more. */
    private List<Option> texts(String column, List<String> chosen) {
        return Stream.concat(texts.different(column).stream(), chosen.stream())
                .distinct()
                .map(text -> new Option(text, text))
                .toList();
    }
}
