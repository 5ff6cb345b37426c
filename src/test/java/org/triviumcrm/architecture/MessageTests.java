package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every text stands in the messages, in both languages, and is used. */
class MessageTests {

    private static final SortedMap<String, String> ENGLISH = Messages.english();
    private static final SortedMap<String, String> CHINESE = Messages.chinese();
    private static final MessageUses USES = MessageUses.ofTheProduct();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");
    private static final String HAN = "\\p{IsHan}";

    /** Names and units that are the same in Chinese. */
    private static final Set<String> SAME_IN_CHINESE = Set.of("Trivium", "CSV", "Excel", "Excel（XLSX）");

    /** A full-width sign is due where an ASCII one touches a Chinese character. */
    private static final Pattern ASCII_PUNCTUATION =
            Pattern.compile(HAN + "\\s*[,;:!?()\"]|[,;:!?()\"]\\s*" + HAN + "|" + HAN + "\\.(?!\\w)|\\.\\.\\.");

    private static final Pattern TOLD = Pattern.compile(
            "(?:addFlashAttribute\\(\\s*\"(?:notice|problem)\",|rejectValue\\(\\s*\"\\w+\",|reject\\()\\s*\"([^\"]*)\"");

    private static final Pattern KEY =
            Pattern.compile("(shared|identity|customer|exchange|sales|insight)(\\.[A-Za-z0-9_-]+){2,}");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(ENGLISH).hasSizeGreaterThan(500);
    }

    @Test
    void bothLanguagesTakeTheSameValues() {
        assertThat(otherPlaceholders(ENGLISH, CHINESE)).isEmpty();
        assertThat(otherPlaceholders(
                        Map.of("same", "{0} of {1}", "other", "{0} of {1}"),
                        Map.of("same", "{1} 中的 {0}", "other", "{0}")))
                .containsExactly("other");
    }

    /** A message with values reads {@code '} as a quote: it stands there twice, in others once. */
    @Test
    void quotesAreWrittenAsTheyAreRead() {
        assertThat(wrongQuotes(ENGLISH)).isEmpty();
        assertThat(wrongQuotes(CHINESE)).isEmpty();
        assertThat(wrongQuotes(Map.of("a", "It's {0}", "b", "It''s", "c", "It''s {0}", "d", "It's")))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void chineseIsChinese() {
        assertThat(notChinese(CHINESE)).isEmpty();
        assertThat(ENGLISH.values())
                .noneMatch(text -> Pattern.compile(HAN).matcher(text).find());
        assertThat(notChinese(Map.of("a", "Save", "b", "保存", "c", "{0} / {1}", "d", "CSV")))
                .containsExactly("a");
    }

    @Test
    void chineseHasItsOwnPunctuation() {
        assertThat(asciiPunctuation(CHINESE)).isEmpty();
        assertThat(asciiPunctuation(Map.of("a", "好,的", "b", "好。", "c", "好(吗)", "d", "好...", "e", "例如 2.5 米")))
                .containsExactlyInAnyOrder("a", "c", "d");
    }

    /** Put together from the keys of the permissions, so no template names them. */
    @Test
    void everyModuleWithPermissionsHasAHeadingForThem() {
        assertThat(withoutHeading(ENGLISH.keySet())).isEmpty();
        assertThat(withoutHeading(Set.of("permission.a.one.see", "permission.b.one.see", "permission.module.b")))
                .containsExactly("a");
    }

    private static Set<String> withoutHeading(Set<String> keys) {
        return keys.stream()
                .filter(key -> key.matches("permission\\.(?!module\\.)[a-z].*"))
                .map(key -> key.split("\\.")[1])
                .filter(module -> !keys.contains("permission.module." + module))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyOneIsUsed() {
        assertThat(unused(ENGLISH.keySet())).isEmpty();
        assertThat(unused(Set.of("sales.opportunity.nobodyAsksForThis", "sales.nothing.name")))
                .hasSize(2);
    }

    @Test
    void everyOneThatIsUsedIsThere() {
        Set<String> missing = new TreeSet<>(USES.named());
        missing.removeAll(ENGLISH.keySet());
        assertThat(missing).as("named in templates").isEmpty();

        assertThat(USES.composed())
                .as("put together in templates")
                .allMatch(pattern -> ENGLISH.keySet().stream()
                        .anyMatch(key -> pattern.matcher(key).matches()));

        assertThat(missingFromJava(USES.words())).as("named in Java").isEmpty();
        assertThat(missingFromJava(Set.of("sales.opportunity.name", "sales.opportunity.nome", "{sales.none.such}")))
                .containsExactlyInAnyOrder("sales.opportunity.nome", "sales.none.such");
    }

    @Test
    void templatesHoldNoTextOfTheirOwn() {
        assertThat(ownTexts(Template.all())).isEmpty();
        assertThat(ownTexts(List.of(Template.parse("broken", """
                <p>Text</p><p title="Text"></p><p th:text="|${x} items|"></p><p th:text="${x} ? 'Yes' : #{a.b}"></p>
                <p th:placeholder="'Type here'"></p><p>·</p><p th:text="|${x} · ${y}|"></p>
                """)))).hasSize(5);
    }

    /** Sentences have full stops; single words are what columns of imported files may be called. */
    @Test
    void javaHoldsNoChineseSentences() {
        Set<String> sentences = Sources.files(Sources.JAVA, ".java").stream()
                .flatMap(file -> JavaText.literals(Sources.text(file)).stream())
                .filter(text -> text.matches(".*[。！？].*|\\p{IsHan}.*[，；].*"))
                .collect(Collectors.toSet());
        assertThat(sentences).isEmpty();
    }

    @Test
    void whatControllersTellIsAMessage() {
        List<String> told = new ArrayList<>();
        for (Path file : Sources.files(Sources.JAVA, "Controller.java")) {
            TOLD.matcher(Sources.text(file)).results().forEach(call -> told.add(call.group(1)));
        }
        assertThat(told).hasSizeGreaterThan(30).isSubsetOf(ENGLISH.keySet());
    }

    private static List<String> otherPlaceholders(Map<String, String> one, Map<String, String> other) {
        return one.keySet().stream()
                .filter(other::containsKey)
                .filter(key -> !placeholders(one.get(key)).equals(placeholders(other.get(key))))
                .toList();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> wrongQuotes(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(entry -> {
                    String text = entry.getValue();
                    return placeholders(text).isEmpty()
                            ? text.contains("''")
                            : text.replace("''", "").contains("'");
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> notChinese(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(entry -> !SAME_IN_CHINESE.contains(entry.getValue()))
                .filter(entry ->
                        PLACEHOLDER.matcher(entry.getValue()).replaceAll("").matches(".*[A-Za-z].*"))
                .filter(entry -> !Pattern.compile(HAN).matcher(entry.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> asciiPunctuation(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(entry -> ASCII_PUNCTUATION.matcher(entry.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> unused(Set<String> keys) {
        return keys.stream().filter(key -> !USES.use(key)).toList();
    }

    /** Strings that look like a message, and are neither one, nor the beginning of some, nor a permission. */
    private static Set<String> missingFromJava(Collection<String> words) {
        TreeMap<String, String> known = new TreeMap<>(ENGLISH);
        return words.stream()
                .map(word -> word.matches("\\{[a-z]+\\..*}") ? word.substring(1, word.length() - 1) : word)
                .filter(word -> KEY.matcher(word).matches())
                .filter(word -> !known.containsKey(word) && !known.containsKey("permission." + word))
                .filter(word -> known.subMap(word + ".", word + "/").isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> ownTexts(Collection<Template> templates) {
        List<String> found = new ArrayList<>();
        for (Template template : templates) {
            template.texts().stream()
                    .filter(text -> isText(Expressions.without(text.text())))
                    .forEach(text -> found.add(template.name() + ":" + text.line() + " " + text.text()));
            for (Template.Element element : template.elements()) {
                element.attributes().forEach((name, value) -> {
                    if (ownTexts(name, value).stream().anyMatch(MessageTests::isText)) {
                        found.add(template.name() + ":" + element.line() + " " + name + "=" + value);
                    }
                });
            }
        }
        return found;
    }

    private static List<String> ownTexts(String attribute, String value) {
        if (attribute.matches("title|placeholder|alt|aria-label|label")) {
            return List.of(value);
        }
        return attribute.matches("th:(text|title|placeholder|alt|aria-label|label|data-confirm)")
                ? literalTexts(value)
                : List.of();
    }

    /** What an expression says by itself: outside of inner expressions, between bars or quotes. */
    private static List<String> literalTexts(String expression) {
        Pattern bars = Pattern.compile("\\|([^|]*)\\|");
        String rest = Expressions.without(expression);
        List<String> own =
                new ArrayList<>(Expressions.literals(bars.matcher(rest).replaceAll("")));
        bars.matcher(rest).results().forEach(bar -> own.add(bar.group(1)));
        return own;
    }

    private static boolean isText(String text) {
        return Pattern.compile("\\p{L}").matcher(text).find() && !SAME_IN_CHINESE.contains(text.strip());
    }
}
