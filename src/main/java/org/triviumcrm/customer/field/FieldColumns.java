package org.triviumcrm.customer.field;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.FieldCarrier;
import org.triviumcrm.customer.FieldChoice;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ColumnType;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListColumnSource;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.search.SearchTarget;

/** Custom fields as columns of lists: to be shown at once, to be filtered and sorted by when their indexes are there. */
@Component
class FieldColumns implements ListColumnSource {

    private final FieldCatalogue fields;
    private final LinkedRecordRepository records;
    private final Map<String, FieldCarrier> carriers;

    FieldColumns(FieldCatalogue fields, LinkedRecordRepository records, List<FieldCarrier> carriers) {
        this.fields = fields;
        this.records = records;
        this.carriers = carriers.stream().collect(Collectors.toMap(FieldCarrier::noun, Function.identity()));
    }

    @Override
    public List<ListColumn> columns(String noun, ListReader reader) {
        FieldCarrier carrier = carriers.get(noun);
        return carrier == null
                ? List.of()
                : fields.of(noun).stream()
                        .filter(FieldSpec::active)
                        .map(field -> column(field, carrier, reader).titled(field.message()))
                        .toList();
    }

    private ListColumn column(FieldSpec field, FieldCarrier carrier, ListReader reader) {
        String sql = field.sql(carrier.alias());
        return switch (field.kind()) {
            case TEXT -> plain(field, ColumnType.TEXT, sql);
            case NUMBER -> plain(field, ColumnType.DECIMAL, sql);
            case DATE -> plain(field, ColumnType.DATE, sql);
            case YES_NO -> plain(field, ColumnType.YES_NO, sql);
            case MONEY -> {
                ListColumn money = ListColumn.money(field.column(), sql, field.currencySql(carrier.alias()));
                yield field.ready() ? money.sortable().filterable() : money;
            }
            case CHOICE -> {
                ListColumn choice = ListColumn.choice(field.column(), sql, Choices.of(keys(field), field.message()));
                yield field.ready() ? choice.sortable().filterable() : choice;
            }
            case CHOICES -> several(field, sql);
            case PERSON -> {
                ListColumn person = ListColumn.named(
                        field.column(), "(select chosen.name from person chosen where chosen.id = " + sql + ")", sql);
                yield field.ready()
                        ? person.sortable(field.nameSql(carrier.alias())).filterable(sql, Choices.people())
                        : person;
            }
            case RECORD ->
                records.target(field.target())
                        .filter(target -> reader.can(target.permission()))
                        .map(target -> link(field, target, carrier))
                        .orElse(ListColumn.text(field.column(), "null::text"));
        };
    }

    private static ListColumn plain(FieldSpec field, ColumnType type, String sql) {
        ListColumn column = ListColumn.of(field.column(), type, sql);
        return field.ready() ? column.sortable().filterable() : column;
    }

    private static ListColumn several(FieldSpec field, String sql) {
        Choices choices = Choices.several(keys(field), field.message());
        String shown = "(select string_agg(one, ',') from jsonb_array_elements_text(" + sql + ") one)";
        ListColumn column = ListColumn.choice(field.column(), shown, choices);
        return field.ready() ? column.filterable(sql, choices) : column;
    }

    private static ListColumn link(FieldSpec field, SearchTarget target, FieldCarrier carrier) {
        String sql = field.sql(carrier.alias());
        ListColumn link = ListColumn.link(
                field.column(),
                "(select chosen.name from " + target.table() + " chosen where chosen.id = " + sql + ")",
                sql,
                target.path() + "/{id}");
        return field.ready()
                ? link.sortable(field.nameSql(carrier.alias()))
                        .filterable(sql, Choices.records(Objects.requireNonNull(field.target()), "name"))
                : link;
    }

    private static List<String> keys(FieldSpec field) {
        return field.choices().stream().map(FieldChoice::key).toList();
    }
}
