package org.triviumcrm.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;

/** A page template as the template engine reads it: its elements and its texts, in their order. */
final class Template {

    static final Path FOLDER = Sources.RESOURCES.resolve("templates");

    private final String name;
    private final String source;
    private final List<Element> elements = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();

    record Element(String name, int line, Map<String, String> attributes) {}

    record Text(String text, int line) {}

    private Template(String name, String source) {
        this.name = name;
        this.source = source;
    }

    /** @throws IllegalArgumentException when it can't be parsed or an element is not closed */
    static Template parse(String name, String source) {
        Template template = new Template(name, source);
        ParseConfiguration strict = ParseConfiguration.htmlConfiguration();
        strict.setElementBalancing(ParseConfiguration.ElementBalancing.REQUIRE_BALANCED);
        strict.setNoUnmatchedCloseElementsRequired(true);
        strict.setUniqueAttributesInElementRequired(true);
        try {
            new MarkupParser(strict).parse(source, template.new Reader());
        } catch (ParseException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
        return template;
    }

    static List<Template> all() {
        return Sources.files(FOLDER, ".html").stream()
                .map(file -> parse(
                        FOLDER.relativize(file).toString().replace('\\', '/').replace(".html", ""), Sources.text(file)))
                .toList();
    }

    /** As views name it: {@code sales/opportunity/list}. */
    String name() {
        return name;
    }

    String source() {
        return source;
    }

    /** What stands in attributes and between the tags, without markup and comments. */
    List<String> values() {
        return Stream.concat(
                        elements.stream().flatMap(element -> element.attributes().values().stream()),
                        texts.stream().map(Text::text))
                .toList();
    }

    List<Element> elements() {
        return elements;
    }

    List<Text> texts() {
        return texts;
    }

    /** What a selector such as {@code part}, {@code #results} or {@code main} finds: the fragment's parameters, or null. */
    List<String> fragment(String selector) {
        for (Element element : elements) {
            String declared = element.attributes().getOrDefault("th:fragment", "");
            String fragment = declared.replaceAll("\\(.*", "").strip();
            if (selector.equals(fragment)) {
                return Expressions.arguments(declared.substring(fragment.length()));
            }
            if (selector.equals(element.name())
                    || selector.equals("#" + element.attributes().get("id"))) {
                return List.of();
            }
        }
        return null;
    }

    private final class Reader extends AbstractMarkupHandler {

        @Override
        public void handleStandaloneElementStart(
                char[] buffer, int offset, int length, boolean minimized, int line, int column) {
            element(buffer, offset, length, line);
        }

        @Override
        public void handleOpenElementStart(char[] buffer, int offset, int length, int line, int column) {
            element(buffer, offset, length, line);
        }

        @Override
        public void handleAttribute(
                char[] buffer,
                int nameOffset,
                int nameLength,
                int nameLine,
                int nameColumn,
                int operatorOffset,
                int operatorLength,
                int operatorLine,
                int operatorColumn,
                int contentOffset,
                int contentLength,
                int outerOffset,
                int outerLength,
                int valueLine,
                int valueColumn) {
            elements.get(elements.size() - 1)
                    .attributes()
                    .put(new String(buffer, nameOffset, nameLength), new String(buffer, contentOffset, contentLength));
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            String text = new String(buffer, offset, length);
            if (!text.isBlank()) {
                texts.add(new Text(text.strip(), line));
            }
        }

        private void element(char[] buffer, int offset, int length, int line) {
            elements.add(new Element(new String(buffer, offset, length), line, new LinkedHashMap<>()));
        }
    }
}
