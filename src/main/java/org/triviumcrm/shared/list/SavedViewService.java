package org.triviumcrm.shared.list;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.triviumcrm.shared.web.NotFound;

/** Views kept under a name. Everyone keeps their own; sharing and changing shared ones needs {@value #SHARE}. */
@Service
public class SavedViewService {

    public static final String SHARE = "shared.view.share";

    private final SavedViewRepository repository;
    private final ListPreferenceRepository preferences;
    private final ListDefinitions definitions;
    private final Clock clock;

    SavedViewService(
            SavedViewRepository repository,
            ListPreferenceRepository preferences,
            ListDefinitions definitions,
            Clock clock) {
        this.repository = repository;
        this.preferences = preferences;
        this.definitions = definitions;
        this.clock = clock;
    }

    ListPreference preference(ListDefinition definition, ListReader reader) {
        return preferences.find(reader.personId(), definition);
    }

    /**
     * Puts in what the chosen view keeps, unless the address says itself what to show. Without any parameter the list
     * opens with the person's own choice of view.
     */
    ViewedQuery apply(
            ListQuery asked, ListPreference preference, ListReader reader, MultiValueMap<String, String> parameters) {
        ListDefinition definition = asked.definition();
        List<SavedView> views = repository.visible(definition.noun(), reader.personId());
        long wanted = asked.view() != 0
                ? asked.view()
                : asked.isExplicit() || parameters.containsKey("view") ? 0 : preference.view();
        SavedView current = views.stream()
                .filter(view -> view.getId() == wanted)
                .findFirst()
                .orElse(null);
        boolean start = wanted == 0 && !asked.isExplicit() && !parameters.containsKey("view");
        ListQuery shown = start ? asked.starting() : asked;
        // Named in the address, so that following pages don't fall back to the view the list opens with.
        ListQuery query =
                preference.view() == 0 ? shown.viewed(0) : shown.viewed(0).ordered();
        boolean changed = false;
        if (current != null) {
            ListQuery kept = ListParameters.parse(definition, current.getQuery());
            query = asked.isExplicit()
                    ? asked
                    : kept.viewed(wanted).sized(asked.size()).at(asked);
            changed = !query.kept().equals(kept.kept());
        }
        return new ViewedQuery(query, views(query, views, current, changed, preference, reader));
    }

    /**
     * Keeps a new view.
     *
     * @return where the list shows it
     * @throws NameTaken when the person has one of that name
     * @throws AccessDeniedException when it is to be shared without the permission
     */
    @Transactional
    public String save(String noun, ListReader reader, SaveView input) {
        ListDefinition definition = definitions.visible(noun, reader);
        mayShare(input.forEveryone(), reader);
        String name = free(noun, reader, input.name(), 0);
        ListQuery query = ListParameters.parse(definition, input.query());
        Instant now = clock.instant();
        SavedView view = new SavedView(noun, reader.personId(), name, query.kept(), now);
        view.share(input.forEveryone(), now);
        return ListQuery.all(definition).viewed(repository.save(view).getId()).href();
    }

    /** Where the list is. */
    @Transactional(readOnly = true)
    public String path(String noun, ListReader reader) {
        return definitions.visible(noun, reader).path();
    }

    /** The view, if the reader may change it; a stranger's is not found. */
    @Transactional(readOnly = true)
    public SavedView find(String noun, ListReader reader, long id) {
        definitions.visible(noun, reader);
        return repository
                .visible(id, noun, reader.personId())
                .filter(view -> KeptQueries.mayChange(view, reader))
                .orElseThrow(NotFound::new);
    }

    @Transactional
    public String rename(String noun, ListReader reader, long id, RenameView input) {
        SavedView view = find(noun, reader, id);
        mayShare(input.forEveryone() && !view.isShared(), reader);
        view.rename(free(noun, reader, input.name(), id), clock.instant());
        view.share(input.forEveryone(), clock.instant());
        return ListQuery.all(definitions.visible(noun, reader)).viewed(id).href();
    }

    /** Keeps the list as it stands in place of what the view kept. */
    @Transactional
    public String overwrite(String noun, ListReader reader, long id, @Nullable String query) {
        ListDefinition definition = definitions.visible(noun, reader);
        find(noun, reader, id).overwrite(ListParameters.parse(definition, query).kept(), clock.instant());
        return ListQuery.all(definition).viewed(id).href();
    }

    @Transactional
    public String delete(String noun, ListReader reader, long id) {
        ListDefinition definition = definitions.visible(noun, reader);
        repository.delete(find(noun, reader, id));
        return ListLink.to(definition.path()).toString();
    }

    /** Lets this person's list open with a view; 0: with all rows. */
    @Transactional
    public String openWith(String noun, ListReader reader, long id) {
        ListDefinition definition = definitions.visible(noun, reader);
        if (id != 0 && repository.visible(id, noun, reader.personId()).isEmpty()) {
            throw new NotFound();
        }
        preferences.openWith(reader.personId(), noun, id);
        return id == 0
                ? ListLink.to(definition.path()).toString()
                : ListQuery.all(definition).viewed(id).href();
    }

    /** Remembers columns and page size; in a view they are only put in the address, to be kept by overwriting it. */
    @Transactional
    public String choose(String noun, ListReader reader, ChooseColumns input) {
        ListDefinition definition = definitions.visible(noun, reader);
        List<String> columns = ListParameters.columns(definition, String.join(",", input.columns()));
        ListQuery query = ListParameters.parse(definition, input.query());
        preferences.size(reader.personId(), noun, Math.max(0, Math.min(input.size(), ListParameters.MOST_ROWS)));
        if (input.view() != 0) {
            return query.showing(columns).viewed(input.view()).href();
        }
        preferences.show(reader.personId(), noun, kept(query, columns, reader));
        return query.showing(List.of()).href();
    }

    /** What belongs to something that is not asked for at present could not be chosen: what was chosen of it before stays. */
    private List<String> kept(ListQuery query, List<String> columns, ListReader reader) {
        ListDefinition definition = query.definition();
        Stream<String> elsewhere = columns.isEmpty()
                ? Stream.of()
                : preference(definition, reader).columns().stream().filter(key -> !query.offers(definition.known(key)));
        return Stream.concat(columns.stream(), elsewhere).distinct().toList();
    }

    private String free(String noun, ListReader reader, @Nullable String asked, long except) {
        String name = asked == null ? "" : asked.strip();
        if (repository.taken(noun, reader.personId(), name, except)) {
            throw new NameTaken(name);
        }
        return name;
    }

    private static void mayShare(boolean wanted, ListReader reader) {
        if (wanted && !reader.can(SHARE)) {
            throw new AccessDeniedException("May not share views");
        }
    }

    private static ListViews views(
            ListQuery query,
            List<SavedView> views,
            @Nullable SavedView current,
            boolean changed,
            ListPreference preference,
            ListReader reader) {
        List<ListViews.Entry> entries = views.stream()
                .map(view -> entry(query.definition(), view, reader))
                .toList();
        return new ListViews(
                entries,
                current == null ? null : entry(query.definition(), current, reader),
                changed,
                reader.can(SHARE),
                preference.view(),
                query.kept());
    }

    private static ListViews.Entry entry(ListDefinition definition, SavedView view, ListReader reader) {
        return new ListViews.Entry(
                view.getId(),
                view.getName(),
                ListQuery.all(definition).viewed(view.getId()).href(),
                view.isShared(),
                KeptQueries.mayChange(view, reader));
    }
}
