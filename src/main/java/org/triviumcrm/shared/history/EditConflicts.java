package org.triviumcrm.shared.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.shared.history.EditConflict.Change;
import org.triviumcrm.shared.history.EditConflict.Difference;
import org.triviumcrm.shared.web.Rejected;

/**
 * Answers a form that was opened before somebody else saved: the form again with everything typed, above it the two
 * versions side by side, with who changed which field since the form was opened. What only the others changed is taken over,
 * what only the person changed stays as typed. Which fields there are, and what they are called, the record's {@link HistoryTable} says.
 */
@Component
public class EditConflicts {

    private record Field(String property, String column, String label, String kind) {}

    private final FieldHistory history;
    private final HistoryValues values;
    private final MessageSource messages;

    EditConflicts(FieldHistory history, HistoryValues values, MessageSource messages) {
        this.history = history;
        this.values = values;
        this.messages = messages;
    }

    /**
     * Puts the conflict into the model and gives the view back, answered with 409. Callers have checked that the viewer
     * may change the record.
     *
     * @param table as in {@link FieldHistory#of}
     * @param version of what is saved
     * @param saved what is saved now, as the form would show it
     * @param typed the input of the form
     * @param further fields of the form that the history does not keep
     */
    public String show(
            Model model,
            String table,
            long id,
            int version,
            Object saved,
            Object typed,
            String view,
            HistoryField... further) {
        Locale locale = LocaleContextHolder.getLocale();
        HistoryEntry last =
                history.of(table, id, 1, locale).stream().findFirst().orElse(null);
        BaseVersion base = opened(typed)
                .flatMap(opened -> history.since(table, id, opened))
                .orElse(new BaseVersion(Map.of(), Map.of()));
        TakingOver form = new TakingOver(saved, typed);
        List<Difference> differences =
                differences(fields(history.table(table), further), saved, typed, base, form, locale);
        form.into(model);
        model.addAttribute(
                "conflict",
                new EditConflict(
                        version,
                        last == null ? null : last.person() == null ? last.cause() : last.person(),
                        last == null ? null : last.at(),
                        differences));
        return Rejected.with(view, HttpStatus.CONFLICT);
    }

    /** The version that the form was opened with. */
    private static Optional<Integer> opened(Object typed) {
        PropertyAccessor input = accessor(typed);
        return input.isReadableProperty("version")
                ? Optional.ofNullable((Integer) input.getPropertyValue("version"))
                : Optional.empty();
    }

    private static List<Field> fields(HistoryTable table, HistoryField[] further) {
        Stream<Field> fields = Stream.concat(table.fields().stream(), Stream.of(further))
                .map(field -> new Field(field.property(), field.column(), field.label(), field.kind()));
        Stream<Field> sets =
                table.sets().stream().map(set -> new Field(set.property(), set.auditTable(), set.label(), set.kind()));
        return Stream.concat(fields, sets).toList();
    }

    private List<Difference> differences(
            List<Field> fields, Object saved, Object typed, BaseVersion base, TakingOver form, Locale locale) {
        PropertyAccessor theirs = accessor(saved);
        PropertyAccessor mine = accessor(typed);
        List<Field> differing = fields.stream()
                .filter(field -> mine.isReadableProperty(field.property()))
                .filter(field -> !of(mine, field).equals(of(theirs, field)))
                .toList();
        HistoryValues.Wanted wanted = values.wanted();
        differing.forEach(field -> Stream.of(mine, theirs)
                .flatMap(version -> of(version, field).stream())
                .forEach(value -> wanted.add(field.kind(), value)));
        HistoryValues.Named named = wanted.in(locale);
        List<Difference> differences = new ArrayList<>();
        for (Field field : differing) {
            Change change = base.change(field.column(), field.kind(), of(mine, field));
            differences.add(new Difference(
                    field.property(),
                    Objects.requireNonNull(messages.getMessage(field.label(), null, field.label(), locale)),
                    change,
                    change == Change.THEIRS && form.take(field.property()),
                    text(of(theirs, field), field, named),
                    text(of(mine, field), field, named),
                    of(theirs, field),
                    of(mine, field)));
        }
        return differences;
    }

    /** Records have no getters, other inputs may have computed ones. */
    private static PropertyAccessor accessor(Object input) {
        return input instanceof Record
                ? PropertyAccessorFactory.forDirectFieldAccess(input)
                : PropertyAccessorFactory.forBeanPropertyAccess(input);
    }

    /** The values of a field in one spelling: blanks around, kinds of line ends and zeros at the end are no difference. */
    private static List<String> of(PropertyAccessor input, Field field) {
        Object value = input.getPropertyValue(field.property());
        Stream<?> all = value instanceof Collection<?> many ? many.stream() : Stream.ofNullable(value);
        return all.map(EditConflicts::plain)
                .filter(text -> !text.isEmpty())
                .sorted()
                .toList();
    }

    static String plain(Object value) {
        return value instanceof BigDecimal number
                ? (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
                : value.toString().strip().replace("\r\n", "\n");
    }

    private static @Nullable String text(List<String> some, Field field, HistoryValues.Named named) {
        return some.isEmpty()
                ? null
                : some.stream()
                        .map(value -> String.valueOf(named.text(value, field.kind())))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
