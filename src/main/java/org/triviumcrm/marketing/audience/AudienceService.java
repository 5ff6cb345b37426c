package org.triviumcrm.marketing.audience;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Target lists: read, make, change, delete. */
@Service
public class AudienceService {

    private static final int CHOICES = 20;

    private final AudienceRepository audiences;
    private final AudienceReadRepository reads;
    private final People people;
    private final Search search;
    private final Clock clock;

    AudienceService(
            AudienceRepository audiences, AudienceReadRepository reads, People people, Search search, Clock clock) {
        this.audiences = audiences;
        this.reads = reads;
        this.people = people;
        this.search = search;
        this.clock = clock;
    }

    @CanViewAudiences
    @Transactional(readOnly = true)
    public AudiencePage page(Viewer viewer, long id) {
        return reads.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** What it is called; empty when the viewer does not see it. */
    @CanViewAudiences
    @Transactional(readOnly = true)
    public Optional<String> name(Viewer viewer, long id) {
        return reads.find(viewer, id).map(AudiencePage::name);
    }

    /** The campaigns that it was used for, as far as the viewer sees them. */
    @CanViewAudiences
    @Transactional(readOnly = true)
    public List<AudienceUse> uses(Viewer viewer, long id) {
        return viewer.can("marketing.campaign.view")
                ? reads.uses(viewer, page(viewer, id).id())
                : List.of();
    }

    /** Those who were taken off lately. */
    @CanViewAudiences
    @Transactional(readOnly = true)
    public List<AudienceRemoval> removals(Viewer viewer, long id) {
        return reads.removals(page(viewer, id).id());
    }

    /** Visible lists found by any two characters, for a typed search. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, @Nullable String text) {
        return search.choices(viewer, AudienceList.NOUN, text == null ? "" : text, CHOICES).stream()
                .map(hit -> new Option(hit.id(), hit.name()))
                .toList();
    }

    /** The list that the viewer has made or changed last: most likely the one that people are chosen for. */
    @CanEditAudiences
    @Transactional(readOnly = true)
    public Optional<Option> latest(Viewer viewer) {
        return reads.latest(viewer);
    }

    /** A new list of the viewer's own, which is in the database at once. @param note what it is for */
    @CanEditAudiences
    @Transactional
    public long begin(Viewer viewer, String name, String note) {
        PersonRef owner = owner(viewer, viewer.personId(), null);
        SaveAudience input = new SaveAudience(name, note, owner.id(), 0);
        return audiences
                .saveAndFlush(new Audience(input, owner, owner.id(), clock.instant()))
                .getId();
    }

    /** What the action on many customers takes to put them on a list. */
    @CanEditAudiences
    public Object adding(Viewer viewer, long id) {
        return new AddToAudience(id, false, null);
    }

    /** @throws NotFound when the viewer may not put that person in charge of one */
    @CanEditAudiences
    @Transactional
    public long create(Viewer viewer, SaveAudience input) {
        PersonRef owner = owner(viewer, input.ownerId(), null);
        Long by = viewer.isJob() ? null : viewer.personId();
        return audiences.save(new Audience(input, owner, by, clock.instant())).getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanEditAudiences
    @Transactional
    public void update(Viewer viewer, long id, SaveAudience input) {
        Audience audience = load(viewer, id);
        EditConflict.refuseStale(Audience.class, id, input.version(), audience.getVersion());
        audience.change(input, owner(viewer, input.ownerId(), audience.getOwnerId()), clock.instant());
    }

    /** Who was on it is forgotten, and who has opted out of it; whom campaigns have from it stays in them. */
    @CanDeleteAudiences
    @Transactional
    public void delete(Viewer viewer, long id) {
        audiences.delete(load(viewer, id));
    }

    private Audience load(Viewer viewer, long id) {
        Audience audience = audiences.findForChange(id).orElseThrow(NotFound::new);
        if (!viewer.scope(AudienceList.NOUN).includes(audience.getOwnerId(), audience.getTeamId())) {
            throw new NotFound();
        }
        return audience;
    }

    private PersonRef owner(Viewer viewer, long ownerId, @Nullable Long before) {
        boolean free = Objects.equals(before, ownerId)
                || ownerId == viewer.personId()
                || people.mayChoose(viewer, AudienceList.NOUN, ownerId);
        return people.find(ownerId).filter(person -> free).orElseThrow(NotFound::new);
    }
}
