package org.triviumcrm.marketing.lead;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.ImportTwin;
import org.triviumcrm.shared.exchange.RecordMatcher;

/**
 * Notices rows of a file that look like a lead, contact or customer that was there before, as the form of a lead does, or like an
 * earlier row of the same file that comes in, and does with them what was chosen.
 */
@Component
class AlikeLeads {

    private static final String CAME = "keep";
    private static final String LEFT = "leave";
    private static final String CHANGED = "update";

    static final ImportOption OPTION = new ImportOption(
            ImportTarget.ALIKE,
            List.of(
                    ImportOption.Choice.message(CAME, "exchange.target.lead.option.alike.keep"),
                    ImportOption.Choice.message(LEFT, "exchange.target.lead.option.alike.leave"),
                    ImportOption.Choice.message(CHANGED, "exchange.target.lead.option.alike.update")),
            CAME);

    private static final int SOUGHT = 20;
    private static final int TOLD = 5;

    private final LeadTwinRepository twins;
    private final RecordMatcher matcher;
    private final Viewers viewers;

    AlikeLeads(LeadTwinRepository twins, RecordMatcher matcher, Viewers viewers) {
        this.twins = twins;
        this.matcher = matcher;
        this.viewers = viewers;
    }

    /**
     * Tells the rows whom they look like, and refuses those that are to be left out.
     *
     * @param matched leads that other rows of the batch change
     * @return the lead that a row changes, where that was chosen
     */
    Map<ImportRow, ExistingRecord> known(
            ImportContext context, List<ImportRow> rows, Collection<ExistingRecord> matched) {
        Map<ImportRow, List<LeadTwin>> alike = alike(context, rows);
        String chosen = context.option(ImportTarget.ALIKE);
        Map<ImportRow, ExistingRecord> changed = chosen.equals(CHANGED) ? changed(context, alike, matched) : Map.of();
        EarlierRows earlier = new EarlierRows(context, rows);
        rows.stream().sorted(Comparator.comparingLong(ImportRow::line)).forEach(row -> {
            List<LeadTwin> some = alike.getOrDefault(row, List.of());
            if (!chosen.equals(CHANGED) && !some.isEmpty()) {
                tell(row, some, 0);
                if (chosen.equals(LEFT)) {
                    row.refuse("exchange.refusal.alike", "", names(some));
                }
            }
            List<ImportTwin> before = earlier.like(row);
            row.resembles(Stream.concat(row.twins().stream(), before.stream()).toList());
            if (!before.isEmpty() && !chosen.equals(CAME) && !changed.containsKey(row)) {
                row.refuse("exchange.refusal.alikeRow", "", EarlierRows.lines(before));
            }
            if (row.refusal() == null) {
                earlier.came(row);
            }
        });
        earlier.keep();
        return changed;
    }

    private Map<ImportRow, List<LeadTwin>> alike(ImportContext context, List<ImportRow> rows) {
        List<ImportRow> asked = new ArrayList<>();
        List<DescribeLead> described = new ArrayList<>();
        for (ImportRow row : rows) {
            DescribeLead one = DescribeLead.of(row);
            if (!one.saysNothing()) {
                asked.add(row);
                described.add(one);
            }
        }
        Viewer viewer = viewers.find(context.personId()).orElse(null);
        List<LeadTwin> all = viewer == null || asked.isEmpty() ? List.of() : twins.of(viewer, described, SOUGHT);
        Set<Long> made = context.reach()
                .made(
                        LeadList.NOUN,
                        all.stream()
                                .filter(one -> one.kind() == PersonKind.LEAD)
                                .map(LeadTwin::id)
                                .toList());
        Map<ImportRow, List<LeadTwin>> alike = new IdentityHashMap<>();
        all.stream()
                .filter(one -> one.kind() != PersonKind.LEAD || !made.contains(one.id()))
                .forEach(one -> alike.computeIfAbsent(asked.get(one.at()), any -> new ArrayList<>())
                        .add(one));
        return alike;
    }

    /** Each row changes the lead that it has most in common with, the oldest of several; a lead is changed by one row of a file. */
    private Map<ImportRow, ExistingRecord> changed(
            ImportContext context, Map<ImportRow, List<LeadTwin>> alike, Collection<ExistingRecord> matched) {
        Map<ImportRow, Long> meant = new IdentityHashMap<>();
        alike.forEach((row, some) -> some.stream()
                .filter(one -> one.kind() == PersonKind.LEAD)
                .max(Comparator.comparingInt(LeadTwin::signs)
                        .thenComparing(Comparator.comparingLong(LeadTwin::id).reversed()))
                .ifPresent(one -> meant.put(row, one.id())));
        Map<Long, ExistingRecord> records = matcher.byId(context, LeadTable.LEAD, Set.copyOf(meant.values()));
        Set<Long> taken = new HashSet<>(context.reach().taken(meant.values()));
        matched.forEach(record -> taken.add(record.id()));
        Map<ImportRow, ExistingRecord> changed = new IdentityHashMap<>();
        alike.keySet().stream()
                .sorted(Comparator.comparingLong(ImportRow::line))
                .forEach(row -> {
                    List<LeadTwin> some = alike.getOrDefault(row, List.of());
                    ExistingRecord record = records.get(meant.getOrDefault(row, 0L));
                    if (record == null) {
                        row.refuse("exchange.refusal.alikeOther", "", names(some));
                    } else if (!context.reach().includes(LeadList.NOUN, record)) {
                        row.refuse("exchange.refusal.alikeReach", "", names(some));
                    } else if (!taken.add(record.id())) {
                        row.refuse("exchange.refusal.alikeTwice", "", names(some));
                    } else {
                        changed.put(row, record);
                    }
                    tell(row, some, changed.containsKey(row) ? meant.getOrDefault(row, 0L) : 0);
                });
        return changed;
    }

    /** The one that it changes is always among those that are told. */
    private static void tell(ImportRow row, List<LeadTwin> some, long changed) {
        row.resembles(some.stream()
                .sorted(Comparator.comparing(one -> one.kind() != PersonKind.LEAD || one.id() != changed))
                .limit(TOLD)
                .map(one -> new ImportTwin(
                        one.kind().noun(), one.id(), signs(one), one.kind() == PersonKind.LEAD && one.id() == changed))
                .toList());
    }

    private static List<String> signs(LeadTwin one) {
        List<String> signs = new ArrayList<>();
        if (one.sameEmail()) {
            signs.add("email");
        }
        if (one.samePhone()) {
            signs.add("phone");
        }
        if (one.sameName()) {
            signs.add("name");
        }
        return signs;
    }

    private static String names(List<LeadTwin> some) {
        return some.stream().map(LeadTwin::name).distinct().limit(TOLD).collect(Collectors.joining(", "));
    }
}
