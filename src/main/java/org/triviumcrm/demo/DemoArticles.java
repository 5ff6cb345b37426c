package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.support.ArticleIndex;

/** What the demo's agents have written down, in both languages, about what its tickets ask; and what readers say of it. */
@Component
class DemoArticles {

    private static final long SEED = 20261201;
    private static final int MOST_TEXTS = 60;
    private static final List<String> REASONS = List.of("UNCLEAR", "INCOMPLETE", "OUTDATED", "WRONG", "OTHER");

    private final DemoWriter writer;
    private final ArticleIndex index;

    DemoArticles(DemoWriter writer, ArticleIndex index) {
        this.writer = writer;
        this.index = index;
    }

    void write(DemoCast cast, Instant now, LocalDate today) {
        Random chance = new Random(SEED);
        Map<String, Long> categories = categories(now.minus(Duration.ofDays(300)));
        Iterator<Long> ids = writer.ids("article_seq", DemoFile.ARTICLES.rows().size());
        Iterator<Long> textIds = writer.ids("article_text_seq", MOST_TEXTS);
        List<Map<String, Object>> articles = new ArrayList<>();
        List<Map<String, Object>> texts = new ArrayList<>();
        List<Map<String, Object>> votes = new ArrayList<>();
        for (NamedCsvRecord row : DemoFile.ARTICLES.rows()) {
            long id = ids.next();
            Instant written = now.minus(Duration.ofDays(20 + chance.nextInt(200)));
            texts.add(text(textIds.next(), id, row, "EN", written));
            if (has(row, "ZH")) {
                texts.add(text(textIds.next(), id, row, "ZH", written));
            }
            articles.add(new DemoRow()
                    .with("id", id)
                    .with(
                            "name",
                            texts.get(texts.size() - 1 - (has(row, "ZH") ? 1 : 0))
                                    .get("title"))
                    .with("main_language", "EN")
                    .with("article_category_id", categories.get(row.getField("category")))
                    .with("audience", row.getField("audience"))
                    .with("state", row.getField("state"))
                    .with(
                            "owner_id",
                            cast.agentFor(chance.nextBoolean() ? "en" : "zh").id())
                    .with("review_on", today.plusDays(Long.parseLong(row.getField("review"))))
                    .with("views", Integer.parseInt(row.getField("views")))
                    .with("helpful", Integer.parseInt(row.getField("helpful")))
                    .with("unhelpful", Integer.parseInt(row.getField("unhelpful")))
                    .since(written, written.plus(Duration.ofDays(3))));
            votes(votes, id, row, chance);
        }
        writer.insert("article", articles);
        writer.insert("article_text", texts);
        spread(votes, now, chance);
        writer.insert("article_vote", votes);
        writer.database()
                .queryForObject(
                        "select setval('article_vote_seq', (select max(id) from article_vote))", Map.of(), Long.class);
        index.complete();
        writer.database().update("""
                        insert into help_site (active, name_en, name_zh) values (true, 'Customer help', '客户帮助中心')
                        on conflict (the_one) do update set active = true, name_en = excluded.name_en, name_zh = excluded.name_zh""", Map.of());
    }

    private Map<String, Long> categories(Instant since) {
        Map<String, Long> categories = new HashMap<>();
        Iterator<Long> ids = writer.ids(
                "article_category_seq", DemoFile.ARTICLE_CATEGORIES.rows().size());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (NamedCsvRecord row : DemoFile.ARTICLE_CATEGORIES.rows()) {
            categories.put(row.getField("key"), ids.next());
            rows.add(new DemoRow()
                    .with("id", categories.get(row.getField("key")))
                    .with("parent_id", categories.get(row.getField("parent")))
                    .with("position", rows.size() + 1)
                    .with("name_en", row.getField("english"))
                    .with("name_zh", row.getField("chinese"))
                    .since(since, since));
        }
        writer.insert("article_category", rows);
        return categories;
    }

    private static boolean has(NamedCsvRecord row, String language) {
        return DemoFile.text(name(row, language)).isPresent();
    }

    private static String name(NamedCsvRecord row, String language) {
        return "articles/%s.%s.md".formatted(row.getField("file"), language.toLowerCase(Locale.ROOT));
    }

    /** The first line is the title. */
    private static Map<String, Object> text(long id, long article, NamedCsvRecord row, String language, Instant at) {
        String[] parts = DemoFile.text(name(row, language)).orElseThrow().split("\n", 2);
        return new DemoRow()
                .with("id", id)
                .with("article_id", article)
                .with("language", language)
                .with("title", parts[0].replaceFirst("# ", ""))
                .with("body", parts[1].strip())
                .with("state", row.getField("state"))
                .with("written_at", at)
                .with("checked_at", at)
                .since(at, at);
    }

    private static void votes(
            List<Map<String, Object>> votes, long article, NamedCsvRecord row, RandomGenerator chance) {
        int helpful = Integer.parseInt(row.getField("helpful"));
        int all = helpful + Integer.parseInt(row.getField("unhelpful"));
        for (int i = 0; i < all; i++) {
            votes.add(vote(article, i < helpful, row, chance));
        }
    }

    private static Map<String, Object> vote(long article, boolean helpful, NamedCsvRecord row, RandomGenerator chance) {
        String language = has(row, "ZH") && chance.nextBoolean() ? "ZH" : "EN";
        return new DemoRow()
                .with("article_id", article)
                .with("language", language)
                .with("helpful", helpful)
                .with("reason", helpful ? null : REASONS.get(chance.nextInt(REASONS.size())))
                .with("remark", helpful || chance.nextInt(3) > 0 ? null : remark(row, language));
    }

    /** In the order in which they were given, a few a day. */
    private static void spread(List<Map<String, Object>> votes, Instant now, Random chance) {
        Collections.shuffle(votes, chance);
        for (int i = 0; i < votes.size(); i++) {
            votes.get(i).put("id", i + 1L);
            votes.get(i).put("reader", "%064x".formatted(i));
            votes.get(i)
                    .put(
                            "at",
                            now.minus(Duration.ofHours(7L * (votes.size() - i))).atOffset(ZoneOffset.UTC));
        }
    }

    /** What somebody says about one of them. */
    private static @Nullable String remark(NamedCsvRecord row, String language) {
        String remark = row.getField("remark_" + language.toLowerCase(Locale.ROOT));
        return remark.isEmpty() ? null : remark;
    }
}
