package org.triviumcrm.customer.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.FieldChoice;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.FieldSpec;

/** What is typed in a custom field comes back from JSON as it was meant, and what is none is refused. */
class FieldReaderPropertyTests {

    private static final List<FieldChoice> CHOICES = List.of(
            new FieldChoice("small", "Small", "\u5c0f", true),
            new FieldChoice("large", "Large", "\u5927", true),
            new FieldChoice("old", "Old", null, false));

    @Property
    void textsComeBack(@ForAll("lines") String text) throws FieldProblem {
        Object read = FieldReader.read(field(FieldKind.TEXT), text);
        assertThat(kept(read)).isEqualTo(text.isBlank() ? null : text.strip());
    }

    @Property
    void numbersComeBackWhateverTheyLookLike(@ForAll("numbers") BigDecimal number) throws FieldProblem {
        Object read = FieldReader.read(field(FieldKind.NUMBER), number.toPlainString());
        assertThat(new BigDecimal(String.valueOf(kept(read)))).isEqualByComparingTo(number);
        assertThat(CustomValues.of(Map.of("k", Objects.requireNonNull(read)))
                        .typed()
                        .get("k"))
                .doesNotContain("E", "e");
    }

    @Property
    void daysComeBack(@ForAll("days") LocalDate day) throws FieldProblem {
        assertThat(kept(FieldReader.read(field(FieldKind.DATE), day.toString())))
                .isEqualTo(day.toString());
    }

    @Property
    void choicesAreFoundByKeyAndByNameInEitherLanguage(
            @ForAll Set<@net.jqwik.api.constraints.IntRange(min = 0, max = 2) Integer> some) throws FieldProblem {
        List<FieldChoice> chosen = some.stream().map(CHOICES::get).toList();
        List<String> keys = chosen.stream().map(FieldChoice::key).toList();
        for (String typed : List.of(
                String.join(",", keys),
                String.join(
                        "\uff1b",
                        chosen.stream()
                                .map(choice -> choice.name().toUpperCase())
                                .toList()))) {
            Object read = FieldReader.read(field(FieldKind.CHOICES), typed);
            assertThat(read).isEqualTo(keys.isEmpty() ? null : keys);
        }
        String typed = String.join(",", keys);
        assertThat(CustomValues.of(keys.isEmpty() ? Map.of() : Map.of("k", keys))
                        .typed()
                        .getOrDefault("k", ""))
                .isEqualTo(typed);
    }

    @Property
    void nothingElseIsAValue(@ForAll("lines") String text) {
        if (!text.isBlank() && !text.strip().matches("[+-]?[\\d.,' _\\p{Nd}\\s]*")) {
            refuses(FieldKind.NUMBER, text, "customer.field.error.number");
            refuses(FieldKind.DATE, text, "customer.field.error.date");
            refuses(FieldKind.PERSON, text, "customer.field.error.choice");
        }
    }

    @Example
    void limits() throws FieldProblem {
        refuses(FieldKind.TEXT, "x".repeat(501), "customer.field.error.long");
        refuses(FieldKind.NUMBER, "1e999999999", "customer.field.error.number");
        refuses(FieldKind.NUMBER, "0.0000001", "customer.field.error.digits.6");
        refuses(FieldKind.NUMBER, "123456789012345678901", "customer.field.error.digits.6");
        refuses(FieldKind.MONEY, "1.005", "customer.field.error.digits.2");
        refuses(FieldKind.DATE, "2026-02-30", "customer.field.error.date");
        refuses(FieldKind.YES_NO, "perhaps", "customer.field.error.yesNo");
        refuses(FieldKind.CHOICE, "medium", "customer.field.error.choice");
        assertThat(FieldReader.read(field(FieldKind.CHOICE), "\u5c0f")).isEqualTo("small");
        assertThat(FieldReader.read(field(FieldKind.CHOICE), "old"))
                .as("a retired one may stay")
                .isEqualTo("old");
        assertThat(FieldReader.read(field(FieldKind.YES_NO), "false")).isEqualTo(false);
    }

    @Example
    void keysArePlainAndTheirOwn() {
        Set<String> taken = Set.of("contractVolume", "field");
        assertThat(FieldMaker.key("Contract volume!", taken::contains)).isEqualTo("contractVolume2");
        assertThat(FieldMaker.key("\u5408\u540c\u91d1\u989d", taken::contains)).isEqualTo("field2");
        assertThat(FieldMaker.key("5 year plan", taken::contains)).isEqualTo("field5YearPlan");
        assertThat(FieldMaker.key("Caf\u00e9 \u00d6l", taken::contains)).isEqualTo("cafeOl");
        assertThat(FieldChoices.key("\u5927\u578b", key -> key.equals("choice")))
                .isEqualTo("choice-2");
        assertThat(FieldChoices.key("admin.", key -> false)).isEqualTo("admin");
    }

    private static void refuses(FieldKind kind, String text, String key) {
        assertThatThrownBy(() -> FieldReader.read(field(kind), text)).hasMessage(key);
    }

    /** As JSON keeps it and gives it back. */
    private static Object kept(@org.jspecify.annotations.Nullable Object read) {
        return read == null
                ? null
                : CustomValues.valueOf(CustomValues.of(Map.of("k", read)).toString())
                        .get("k");
    }

    private static FieldSpec field(FieldKind kind) {
        return new FieldSpec(
                1, "customer", "k", kind, null, "K", null, null, null, false, null, false, false, true, true, CHOICES);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("abc XYZ\"'{}\\\u84dd\u8272,;%$").ofMaxLength(60);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-99999999999999999999"), new BigDecimal("99999999999999999999"))
                .ofScale(6);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
