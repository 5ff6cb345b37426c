package org.triviumcrm.shared.list;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * What the address of a page asks for, kept under a name as views of lists are: layouts of an analysis, boards. Whose page it is asks for the
 * permission.
 */
@Component
public class KeptQueries {

    /** Nothing else is part of the address of one of our pages. */
    private static final Pattern QUERY = Pattern.compile("[\\w=&.%+~-]*");

    private final SavedViewRepository repository;
    private final Clock clock;

    KeptQueries(SavedViewRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param query without a question mark
     * @param mine whether the reader may delete it
     */
    public record Kept(long id, String name, String query, boolean shared, boolean mine) {}

    /** The own ones and what others share, by name. */
    public List<Kept> of(String noun, ListReader reader) {
        return repository.visible(noun, reader.personId()).stream()
                .map(view -> kept(view, reader))
                .toList();
    }

    /**
     * Keeps a new one.
     *
     * @throws NameTaken when the person has one of that name
     * @throws AccessDeniedException when it is to be shared without the permission
     */
    public long save(String noun, ListReader reader, SaveView input) {
        if (input.forEveryone() && !reader.can(SavedViewService.SHARE)) {
            throw new AccessDeniedException("May not share views");
        }
        String name = input.name() == null ? "" : input.name().strip();
        if (repository.taken(noun, reader.personId(), name, 0)) {
            throw new NameTaken(name);
        }
        SavedView view = new SavedView(noun, reader.personId(), name, readable(input.query()), clock.instant());
        view.share(input.forEveryone(), clock.instant());
        return repository.save(view).getId();
    }

    /**
     * Keeps something else under the same name.
     *
     * @return whether it is so now: a stranger's stays as it is, and what is gone is gone
     */
    public boolean overwrite(String noun, ListReader reader, long id, @Nullable String query) {
        Optional<SavedView> changed =
                repository.visible(id, noun, reader.personId()).filter(view -> mayChange(view, reader));
        changed.ifPresent(view -> view.overwrite(readable(query), clock.instant()));
        return changed.isPresent();
    }

    /** One that is gone already stays gone; a stranger's stays. */
    public void delete(String noun, ListReader reader, long id) {
        repository
                .visible(id, noun, reader.personId())
                .filter(view -> mayChange(view, reader))
                .ifPresent(repository::delete);
    }

    private static String readable(@Nullable String query) {
        return query != null && QUERY.matcher(query).matches() ? query : "";
    }

    private static Kept kept(SavedView view, ListReader reader) {
        return new Kept(view.getId(), view.getName(), view.getQuery(), view.isShared(), mayChange(view, reader));
    }

    static boolean mayChange(SavedView view, ListReader reader) {
        return view.getPersonId() == reader.personId() || view.isShared() && reader.can(SavedViewService.SHARE);
    }
}
