package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** The tables of made-up names and phrases that the demo data is put together from, in {@code resources/demo}. */
enum DemoFile {
    TEAMS,
    PEOPLE,
    PRODUCTS,
    QUOTES,
    LETTERHEAD,
    COMPANIES,
    TERRITORIES,
    LEADS,
    CAMPAIGNS,
    TICKETS,
    MACROS,
    CHATS,
    ARTICLE_CATEGORIES,
    ARTICLES,
    SURVEYS,
    SURVEY_QUESTIONS,
    SURVEY_REMARKS,
    SEGMENTS,
    SCORE_RULES,
    MARKET_AXES,
    MARKET,
    WORDS;

    /** All rows, in the order of the file. */
    List<NamedCsvRecord> rows() {
        String path = "demo/" + name().toLowerCase(Locale.ROOT) + ".csv";
        try (InputStream file = new ClassPathResource(path).getInputStream();
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text of the demo; empty when there is none of this name. */
    static Optional<String> text(String name) {
        ClassPathResource file = new ClassPathResource("demo/" + name);
        try {
            return file.exists() ? Optional.of(file.getContentAsString(StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
