package org.triviumcrm.insight.sold;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which sales are asked for. Null where it does not matter; 0 and {@link #NONE} stand for those without.
 *
 * @param campaign of the products of this one, in its region
 * @param buyers true for the customers who bought it, each once, instead of the sales
 * @param after where the page begins, as {@link Place} writes it
 */
public record SoldFilter(
        @Nullable Long campaign,
        @Nullable Long product,
        @Nullable String region,
        @Nullable String industry,
        @Nullable String level,
        @Nullable Long team,
        @Nullable Long owner,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable Boolean buyers,
        @Nullable String after) {

    public static final String PATH = "/insight/sales/rows";

    /** Stands for no region, industry or level: forms lose an empty text. */
    static final String NONE = "(none)";

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);
    private static final int PARTS = 4;

    /** All of some days. */
    public static SoldFilter between(LocalDate from, LocalDate to) {
        return new SoldFilter(null, null, null, null, null, null, null, from, to, null, null);
    }

    static SoldFilter none() {
        return new SoldFilter(null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Of the products of a campaign, in its region. */
    public SoldFilter of(long campaignId) {
        return new SoldFilter(campaignId, product, region, industry, level, team, owner, from, to, buyers, null);
    }

    public SoldFilter product(long id) {
        return new SoldFilter(campaign, id, region, industry, level, team, owner, from, to, buyers, null);
    }

    /** Of this one; empty for those without. */
    public SoldFilter region(String value) {
        return new SoldFilter(campaign, product, orNone(value), industry, level, team, owner, from, to, buyers, null);
    }

    /** Of this one; empty for those without. */
    public SoldFilter industry(String value) {
        return new SoldFilter(campaign, product, region, orNone(value), level, team, owner, from, to, buyers, null);
    }

    /** Of this one; empty for those without. */
    public SoldFilter level(String value) {
        return new SoldFilter(campaign, product, region, industry, orNone(value), team, owner, from, to, buyers, null);
    }

    public SoldFilter team(long id) {
        return new SoldFilter(campaign, product, region, industry, level, id, owner, from, to, buyers, null);
    }

    public SoldFilter owner(long id) {
        return new SoldFilter(campaign, product, region, industry, level, team, id, from, to, buyers, null);
    }

    /** Who bought it: each customer once. */
    public SoldFilter byCustomer() {
        return new SoldFilter(campaign, product, region, industry, level, team, owner, from, to, true, null);
    }

    /** Whether customers are asked for. */
    public boolean isByCustomer() {
        return Boolean.TRUE.equals(buyers);
    }

    private static String orNone(String value) {
        return value.isEmpty() ? NONE : value;
    }

    /** As far as they lie within what is asked for. */
    public SoldFilter within(LocalDate first, LocalDate last) {
        return new SoldFilter(
                campaign,
                product,
                region,
                industry,
                level,
                team,
                owner,
                first.isAfter(first()) ? first : from,
                last.isBefore(last()) ? last : to,
                buyers,
                null);
    }

    SoldFilter after(Place place) {
        return new SoldFilter(
                campaign, product, region, industry, level, team, owner, from, to, buyers, place.written());
    }

    LocalDate first() {
        return from == null ? EVER : from;
    }

    LocalDate last() {
        return to == null ? ALWAYS : to;
    }

    /** Where a page begins; null at the beginning, and for what can't be read. */
    @Nullable
    Place place() {
        String[] parts = after == null ? new String[0] : after.split("_");
        try {
            return parts.length != PARTS
                    ? null
                    : new Place(
                            LocalDate.parse(parts[0]), parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]));
        } catch (DateTimeParseException | NumberFormatException e) {
            return null;
        }
    }

    /** The last row of the page before. */
    record Place(LocalDate on, String kind, long id, long productId) {
        String written() {
            return on + "_" + kind + "_" + id + "_" + productId;
        }
    }

    public String href() {
        StringBuilder href = new StringBuilder(PATH).append('?');
        add(href, "campaign", campaign);
        add(href, "product", product);
        add(href, "region", region);
        add(href, "industry", industry);
        add(href, "level", level);
        add(href, "team", team);
        add(href, "owner", owner);
        add(href, "from", from);
        add(href, "to", to);
        add(href, "buyers", buyers);
        add(href, "after", after);
        return href.substring(0, href.length() - 1);
    }

    private static void add(StringBuilder href, String name, @Nullable Object value) {
        if (value != null) {
            href.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)
                            .replace("+", "%20"))
                    .append('&');
        }
    }
}
