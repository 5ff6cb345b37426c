package org.triviumcrm.sales.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.territory.TerritoryTreeRepository.Stored;

/** The tree of territories, to look at and to choose from. */
@Service
@Transactional(readOnly = true)
public class TerritoryReadService {

    private final TerritoryTreeRepository territories;
    private final TerritoryRunRepository runs;
    private final TerritoryWords words;
    private final Clock clock;

    TerritoryReadService(
            TerritoryTreeRepository territories, TerritoryRunRepository runs, TerritoryWords words, Clock clock) {
        this.territories = territories;
        this.runs = runs;
        this.words = words;
        this.clock = clock;
    }

    /** With what the viewer sees of what lies in each, won since the beginning of the year. */
    @CanViewTerritories
    TerritoryPage page(Viewer viewer) {
        LocalDate year = LocalDate.ofInstant(clock.instant(), viewer.zone()).withDayOfYear(1);
        List<Stored> stored = territories.stored();
        Map<Long, TerritoryFigures> figures =
                tree(stored).rolledUp(territories.figures(viewer.scope("opportunity"), year));
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, String> said = words.names(
                stored.stream().map(Stored::conditions).filter(Objects::nonNull).toList(), locale);
        List<TerritoryRow> rows = new ArrayList<>();
        inOrder(stored)
                .forEach(at -> rows.add(new TerritoryRow(
                        at.stored().id(),
                        at.stored().name(),
                        at.depth(),
                        at.stored().manager(),
                        at.stored().team(),
                        at.stored().conditions() == null
                                ? null
                                : said.get(at.stored().conditions()),
                        at.stored().active(),
                        at.stored().leaving(),
                        figures.getOrDefault(at.stored().id(), TerritoryFigures.NONE))));
        return new TerritoryPage(rows, runs.latest().orElse(null));
    }

    /** Those that something can be put into. */
    @CanViewTerritories
    public List<TerritoryChoice> choices(Viewer viewer) {
        return choices(Set.of());
    }

    /** Those that another can hang below, or give what it holds to: not itself, nor one below it. @param id null for a new one */
    @CanManageTerritories
    List<TerritoryChoice> others(Viewer viewer, @Nullable Long id) {
        return choices(id == null ? Set.of() : tree(territories.stored()).andBelow(id));
    }

    private List<TerritoryChoice> choices(Set<Long> without) {
        return paths(territories.stored(), without);
    }

    /** Without these, and those that go. */
    static List<TerritoryChoice> paths(List<Stored> stored, Set<Long> without) {
        return inOrder(stored).stream()
                .filter(at ->
                        !at.stored().leaving() && !without.contains(at.stored().id()))
                .map(at -> new TerritoryChoice(at.stored().id(), at.path()))
                .toList();
    }

    private record At(Stored stored, int depth, String path) {}

    /** Each below its parent. */
    private static List<At> inOrder(List<Stored> stored) {
        Map<Long, List<Stored>> below = new HashMap<>();
        stored.forEach(one -> below.computeIfAbsent(
                        Objects.requireNonNullElse(one.parentId(), 0L), parent -> new ArrayList<>())
                .add(one));
        List<At> ordered = new ArrayList<>();
        add(0, 0, "", below, ordered);
        return ordered;
    }

    private static void add(long parent, int depth, String path, Map<Long, List<Stored>> below, List<At> ordered) {
        for (Stored one : below.getOrDefault(parent, List.of())) {
            String here = path.isEmpty() ? one.name() : path + " / " + one.name();
            ordered.add(new At(one, depth, here));
            add(one.id(), depth + 1, here, below, ordered);
        }
    }

    static TerritoryTree tree(List<Stored> stored) {
        return new TerritoryTree(stored.stream()
                .map(one -> new TerritoryNode(one.id(), one.parentId(), one.active(), null))
                .toList());
    }
}
