package org.triviumcrm.sales.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Letterhead;
import org.triviumcrm.identity.Letterheads;
import org.triviumcrm.sales.line.LineKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.line.PaperSums;
import org.triviumcrm.sales.line.PaperWords;
import org.triviumcrm.sales.paper.WrittenPaper.Fact;
import org.triviumcrm.sales.paper.WrittenPaper.Kind;
import org.triviumcrm.sales.paper.WrittenPaper.Line;
import org.triviumcrm.sales.paper.WrittenPaper.Signature;
import org.triviumcrm.sales.paper.WrittenPaper.Sum;

/** Writes quotes and contracts as papers, in the language that they are meant in. */
@Component
class PaperWriter {

    private static final List<String> WORDS =
            List.of("what", "quantity", "price", "discount", "tax", "terms", "option", "options", "signed");

    private final Letterheads letterheads;
    private final MessageSource messages;

    PaperWriter(Letterheads letterheads, MessageSource messages) {
        this.letterheads = letterheads;
        this.messages = messages;
    }

    WrittenPaper write(PaperContent paper, List<PaperLine> lines, PaperSums sums) {
        PaperWords words = new PaperWords(messages, paper.language(), paper.currency());
        Letterhead head = letterheads.current();
        Map<String, String> headings = new LinkedHashMap<>();
        WORDS.forEach(word -> headings.put(word, words.text("sales.paper." + word)));
        headings.put("net", words.text(paper.gross() ? "sales.paper.amount.gross" : "sales.paper.amount.net"));
        return new WrittenPaper(
                words.language(),
                words.text("sales.paper." + paper.heading()),
                paper.label(),
                paper.name(),
                sender(head, words),
                head.name(),
                paper.receiver().stream()
                        .filter(line -> line != null && !line.isBlank())
                        .flatMap(String::lines)
                        .toList(),
                paper.facts().stream().map(said -> fact(said, words)).toList(),
                paper.introduction(),
                rows(lines, paper.gross(), words),
                sums(sums, paper.gross(), words),
                lines.stream().anyMatch(line -> line.kind() == LineKind.ITEM && !line.counts()),
                paper.terms(),
                footer(head),
                headings,
                logo(head),
                paper.signatories().stream().map(one -> signature(one, head)).toList());
    }

    private static Signature signature(PaperContent.Signatory signatory, Letterhead head) {
        String party = signatory.party();
        return new Signature(party == null ? head.name() : party, orEmpty(signatory.name()), orEmpty(signatory.role()));
    }

    private static List<String> sender(Letterhead head, PaperWords words) {
        List<String> lines = new ArrayList<>();
        if (head.address() != null) {
            head.address().lines().forEach(lines::add);
        }
        Stream.of(head.phone(), head.email(), head.website())
                .filter(line -> line != null)
                .forEach(lines::add);
        if (head.taxNumber() != null) {
            lines.add(words.text("sales.paper.taxNumber", head.taxNumber()));
        }
        return lines;
    }

    private static @Nullable String footer(Letterhead head) {
        String footer = String.join(
                "\n",
                Arrays.asList(head.bank(), head.footer()).stream()
                        .filter(part -> part != null)
                        .toList());
        return footer.isEmpty() ? null : footer;
    }

    private static @Nullable String logo(Letterhead head) {
        byte[] logo = head.logo();
        return logo == null
                ? null
                : "data:" + head.logoType() + ";base64," + Base64.getEncoder().encodeToString(logo);
    }

    /** Items are counted; what a section comes to stands at its end, where there are several. */
    private static List<Line> rows(List<PaperLine> lines, boolean gross, PaperWords words) {
        List<Line> rows = new ArrayList<>();
        long sections =
                lines.stream().filter(line -> line.kind() == LineKind.SECTION).count();
        BigDecimal section = null;
        int place = 0;
        for (PaperLine line : lines) {
            if (line.kind() == LineKind.SECTION) {
                addSubtotal(rows, section, words);
                section = sections > 1 ? BigDecimal.ZERO : null;
                rows.add(new Line(Kind.SECTION, "", line.words(), "", "", "", "", "", ""));
            } else if (line.kind() == LineKind.TEXT) {
                rows.add(new Line(Kind.TEXT, "", line.words(), orEmpty(line.detail()), "", "", "", "", ""));
            } else {
                BigDecimal amount = words.rounding().round(line.discounted());
                rows.add(item(line, ++place, amount, words));
                section = section == null || !line.counts() ? section : section.add(amount);
            }
        }
        addSubtotal(rows, section, words);
        return rows;
    }

    private static void addSubtotal(List<Line> rows, @Nullable BigDecimal section, PaperWords words) {
        if (section != null && section.signum() != 0) {
            rows.add(new Line(
                    Kind.SUBTOTAL, "", words.text("sales.paper.subtotal"), "", "", "", "", "", words.money(section)));
        }
    }

    private static Line item(PaperLine line, int place, BigDecimal amount, PaperWords words) {
        String unit = line.unit() == null ? "" : " " + line.unit();
        return new Line(
                line.counts() ? Kind.ITEM : Kind.OPTION,
                String.valueOf(place),
                line.words(),
                orEmpty(line.detail()),
                line.quantity() == null ? "" : words.number(line.quantity()) + unit,
                line.price() == null ? "" : words.price(line.price()),
                line.discount().signum() == 0 ? "" : words.percent(line.discount()),
                words.percent(line.tax()),
                words.money(amount));
    }

    private static List<Sum> sums(PaperSums sums, boolean gross, PaperWords words) {
        List<Sum> rows = new ArrayList<>();
        if (sums.wholeDiscount().signum() > 0) {
            BigDecimal before = (gross ? sums.net().add(sums.tax()) : sums.net()).add(sums.wholeDiscount());
            rows.add(new Sum(words.text("sales.paper.before"), words.money(before), false));
            rows.add(new Sum(words.text("sales.paper.wholeDiscount"), "− " + words.money(sums.wholeDiscount()), false));
        }
        rows.add(new Sum(words.text("sales.paper.net"), words.money(sums.net()), false));
        sums.taxes().stream()
                .filter(tax -> tax.percent().signum() > 0)
                .forEach(tax -> rows.add(new Sum(
                        words.text("sales.paper.taxOf", words.percent(tax.percent()), words.money(tax.base())),
                        words.money(tax.tax()),
                        false)));
        if (sums.rounding().signum() != 0) {
            String sign = sums.rounding().signum() < 0 ? "− " : "";
            rows.add(new Sum(
                    words.text("sales.paper.rounding"),
                    sign + words.money(sums.rounding().abs()),
                    false));
        }
        rows.add(new Sum(words.text("sales.paper.total"), words.money(sums.gross()), true));
        return rows;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Fact fact(PaperContent.Said said, PaperWords words) {
        Object value = said.value();
        if (value instanceof LocalDate day) {
            return new Fact(words.text("sales.paper." + said.word()), words.date(day));
        }
        return new Fact(
                words.text("sales.paper." + said.word()),
                value instanceof PaperContent.Words told
                        ? words.text("sales.paper." + told.key(), told.arguments())
                        : String.valueOf(value));
    }
}
