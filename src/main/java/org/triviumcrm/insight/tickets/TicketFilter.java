package org.triviumcrm.insight.tickets;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.shared.list.ListLink;

/**
 * Which days and which tickets the report is about.
 *
 * @param from the first day; the last thirty without one
 * @param to the last day; today without one
 */
public record TicketFilter(
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable TicketCut cut,
        @Nullable String owner,
        @Nullable String team,
        @Nullable String queue,
        @Nullable String type,
        @Nullable String product,
        @Nullable String customerLevel,
        @Nullable String valueClass,
        @Nullable String priority,
        @Nullable String channel) {

    static final String PATH = "/insight/tickets";

    private static final String LIST = "/support/tickets";
    private static final int USUAL_DAYS = 30;

    static TicketFilter none() {
        return new TicketFilter(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** With both days and the cut; days the wrong way round are turned. */
    TicketFilter filled(LocalDate today) {
        LocalDate last = to == null ? from != null && from.isAfter(today) ? from : today : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
        return new TicketFilter(
                first.isAfter(last) ? last : first,
                first.isAfter(last) ? first : last,
                cut == null ? TicketCut.AGENT : cut,
                owner,
                team,
                queue,
                type,
                product,
                customerLevel,
                valueClass,
                priority,
                channel);
    }

    /** The same tickets told apart otherwise. */
    TicketFilter cutBy(TicketCut other) {
        return new TicketFilter(
                from, to, other, owner, team, queue, type, product, customerLevel, valueClass, priority, channel);
    }

    LocalDate first() {
        return Objects.requireNonNull(from);
    }

    LocalDate last() {
        return Objects.requireNonNull(to);
    }

    TicketCut by() {
        return cut == null ? TicketCut.AGENT : cut;
    }

    /** What the tickets are narrowed to; what can't be read narrows nothing. */
    Map<TicketCut, String> narrowed() {
        Map<TicketCut, @Nullable String> said = new EnumMap<>(TicketCut.class);
        said.put(TicketCut.AGENT, owner);
        said.put(TicketCut.TEAM, team);
        said.put(TicketCut.QUEUE, queue);
        said.put(TicketCut.TYPE, type);
        said.put(TicketCut.PRODUCT, product);
        said.put(TicketCut.LEVEL, customerLevel);
        said.put(TicketCut.VALUE, valueClass);
        said.put(TicketCut.PRIORITY, priority);
        said.put(TicketCut.CHANNEL, channel);
        Map<TicketCut, String> narrowed = new EnumMap<>(TicketCut.class);
        said.forEach((one, value) -> {
            if (one.narrows(value)) {
                narrowed.put(one, Objects.requireNonNull(value));
            }
        });
        return narrowed;
    }

    /** The same tickets in another cut. */
    public String href(TicketCut other) {
        return href(PATH, other, narrowed());
    }

    /** The same rows as a file. */
    public String exportHref(String ending) {
        return href(PATH + "/export." + ending, by(), narrowed());
    }

    /** Without one of the narrowings. */
    String without(TicketCut one) {
        Map<TicketCut, String> left = new EnumMap<>(TicketCut.class);
        left.putAll(narrowed());
        left.remove(one);
        return href(PATH, by(), left);
    }

    /** The tickets of one row, told apart by who answers them, or by month where it was of an agent. */
    String into(String key) {
        if (!by().narrows(key)) {
            return href(PATH, by(), narrowed());
        }
        Map<TicketCut, String> more = new EnumMap<>(TicketCut.class);
        more.putAll(narrowed());
        more.put(by(), key);
        return href(PATH, by() == TicketCut.AGENT ? TicketCut.MONTH : TicketCut.AGENT, more);
    }

    private String href(String path, TicketCut other, Map<TicketCut, String> narrowed) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path)
                .queryParam("cut", other)
                .queryParam("from", from)
                .queryParam("to", to);
        narrowed.forEach((one, value) -> uri.queryParam(one.column(), value));
        return uri.encode().build().toUriString();
    }

    /** The list of these tickets, whenever they are of. */
    ListLink tickets() {
        ListLink link = ListLink.to(LIST);
        narrowed().forEach((one, value) -> link.is(one.column(), value));
        return link;
    }
}
