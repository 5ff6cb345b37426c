package org.triviumcrm.shared.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
                .filter(column -> FilterKind.isOffered(column) || query.filter(column.key()) != null)
                .filter(query::offers)
                .map(column -> field(query, column, reader))
                .toList();
    }

    /** Choices with what is typed in their name, for a picker. */
    List<Choice> find(ListColumn column, ListReader reader, String typed) {
        Choices choices = column.choices();
        return choices instanceof Choices.Rows rows ? repository.rows(rows, reader, typed, MOST_CHOICES) : List.of();
    }

    private FilterField field(ListQuery query, ListColumn column, ListReader reader) {
        ListFilter filter = query.filter(column.key());
        List<Choice> choices = choices(column, filter, reader);
        String source = column.choices() instanceof Choices.Rows && choices.size() > MOST_CHOICES
                ? "/lists/" + query.definition().noun() + "/choices/" + column.key()
                : null;
        return new FilterField(
                column,
                texts.title(query.definition(), column, reader.locale()),
                filter,
                choices,
                source,
                query.definition().isLeading(column));
    }

    private List<Choice> choices(ListColumn column, @Nullable ListFilter filter, ListReader reader) {
        Choices choices = column.choices();
        if (choices instanceof Choices.Fixed fixed) {
            return fixed.values().stream()
                    .map(value -> new Choice(value, texts.choice(column, value, reader.locale())))
                    .toList();
        }
        if (choices instanceof Choices.Texts offered) {
            return Stream.concat(offered.values().stream(), filter == null ? Stream.empty() : filter.values().stream())
                    .distinct()
                    .map(value -> new Choice(value, value))
                    .toList();
        }
        if (choices instanceof Choices.Distinct distinct) {
            return repository.distinct(distinct, 1000);
        }
        if (choices instanceof Choices.Numbers && filter != null) {
            return filter.values().stream()
                    .map(value -> new Choice(value, texts.choice(column, value, reader.locale())))
                    .toList();
        }
        return choices instanceof Choices.Rows rows ? rows(rows, filter, reader) : List.of();
    }

    /** The first rows of the table, with those chosen already among them. */
    private List<Choice> rows(Choices.Rows rows, @Nullable ListFilter filter, ListReader reader) {
        List<Choice> found = new ArrayList<>(repository.rows(rows, reader, "", MOST_CHOICES + 1));
        if (rows.table().equals("person")) {
            found.add(0, new Choice(Conditions.ME, texts.message("shared.list.me", reader.locale())));
        }
        if (filter != null) {
            Map<String, String> labels = repository.labels(rows, reader, filter.values());
            labels.forEach((id, label) -> {
                if (found.stream().noneMatch(choice -> choice.value().equals(id))) {
                    found.add(new Choice(id, label));
                }
            });
        }
        return found;
    }
}
