package org.triviumcrm.shared.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the filter form; only asked for when the form is open. */
@Component
class FilterPanel {

    /** So many choices are sent with the form; more are found by typing. */
    private static final int MOST_CHOICES = 50;

    private final ChoiceRepository repository;
    private final ListTexts texts;

    FilterPanel(ChoiceRepository repository, ListTexts texts) {
        this.repository = repository;
        this.texts = texts;
    }

    List<FilterField> fields(ListQuery query, ListReader reader) {
        return query.definition().columns().values().stream()
                .filter(ListColumn::isFilterable)
                .map(column -> field(query, column, reader.locale()))
                .toList();
    }

    /** Choices beginning with what is typed, for a picker. */
    List<Choice> find(ListColumn column, String beginning) {
        Choices choices = column.choices();
        return choices instanceof Choices.Rows rows ? repository.rows(rows, beginning, MOST_CHOICES) : List.of();
    }

    private FilterField field(ListQuery query, ListColumn column, Locale locale) {
        ListFilter filter = query.filter(column.key());
        List<Choice> choices = choices(column, filter, locale);
        String source = column.choices() instanceof Choices.Rows && choices.size() > MOST_CHOICES
                ? "/lists/" + query.definition().noun() + "/choices/" + column.key()
                : null;
        return new FilterField(column, texts.title(query.definition(), column, locale), filter, choices, source);
    }

    private List<Choice> choices(ListColumn column, @Nullable ListFilter filter, Locale locale) {
        Choices choices = column.choices();
        if (choices instanceof Choices.Fixed fixed) {
            return fixed.values().stream()
                    .map(value -> new Choice(value, texts.choice(column, value, locale)))
                    .toList();
        }
        if (choices instanceof Choices.Distinct distinct) {
            return repository.distinct(distinct, 1000);
        }
        return choices instanceof Choices.Rows rows ? rows(rows, filter, locale) : List.of();
    }

    /** The first rows of the table, with those chosen already among them. */
    private List<Choice> rows(Choices.Rows rows, @Nullable ListFilter filter, Locale locale) {
        List<Choice> found = new ArrayList<>(repository.rows(rows, "", MOST_CHOICES + 1));
        if (rows.table().equals("person")) {
            found.add(0, new Choice(Conditions.ME, texts.message("shared.list.me", locale)));
        }
        if (filter != null) {
            Map<String, String> labels = repository.labels(rows, filter.values());
            labels.forEach((id, label) -> {
                if (found.stream().noneMatch(choice -> choice.value().equals(id))) {
                    found.add(new Choice(id, label));
                }
            });
        }
        return found;
    }
}
