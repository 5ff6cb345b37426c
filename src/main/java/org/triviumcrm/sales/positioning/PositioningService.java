package org.triviumcrm.sales.positioning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** How the market is looked at, and where offers stand in it. */
@Service
public class PositioningService {

    private final MarketAxisRepository axes;
    private final MarketOfferRepository offers;
    private final PlacementRepository placements;
    private final Clock clock;

    PositioningService(
            MarketAxisRepository axes, MarketOfferRepository offers, PlacementRepository placements, Clock clock) {
        this.axes = axes;
        this.offers = offers;
        this.placements = placements;
        this.clock = clock;
    }

    /** In the order in which they were made. */
    @CanViewPositioning
    @Transactional(readOnly = true)
    public List<MarketAxis> axes(Viewer viewer) {
        return axes.findByOrderByIdAsc();
    }

    /** Empty while there are no two axes. What is no axis, or the other one again, is replaced by the first that may be. */
    @CanViewPositioning
    @Transactional(readOnly = true)
    Optional<MarketMap> map(Viewer viewer, @Nullable Long x, @Nullable Long y, @Nullable LocalDate on) {
        List<MarketAxis> all = axes.findByOrderByIdAsc().stream()
                .filter(axis -> axis.isActive() || Objects.equals(axis.getId(), x) || Objects.equals(axis.getId(), y))
                .toList();
        if (all.size() < 2) {
            return Optional.empty();
        }
        MarketAxis across = chosen(all, x).orElse(all.get(0));
        List<MarketAxis> others =
                all.stream().filter(axis -> axis.getId() != across.getId()).toList();
        MarketAxis up = chosen(others, y).orElse(others.get(0));
        LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), viewer.zone()) : on;
        return Optional.of(
                MarketMap.of(across, up, day, placements.offers(), placements.asOf(day, across.getId(), up.getId())));
    }

    private static Optional<MarketAxis> chosen(List<MarketAxis> axes, @Nullable Long id) {
        return axes.stream().filter(axis -> Objects.equals(axis.getId(), id)).findFirst();
    }

    @CanViewPositioning
    @Transactional(readOnly = true)
    List<MarketOffer> offers(Viewer viewer) {
        return offers.findByOrderByNameAscIdAsc();
    }

    /** @throws NotFound when there is none of this id */
    @CanViewPositioning
    @Transactional(readOnly = true)
    MarketOffer offer(Viewer viewer, long id) {
        return offers.findById(id).orElseThrow(NotFound::new);
    }

    /** Where it stands and stood, the latest first. */
    @CanViewPositioning
    @Transactional(readOnly = true)
    List<Placed> placements(Viewer viewer, long offer) {
        return placements.of(offer);
    }

    /** @throws NotFound when there is none of this id */
    @CanEditPositioning
    @Transactional(readOnly = true)
    MarketAxis axis(Viewer viewer, long id) {
        return axes.findById(id).orElseThrow(NotFound::new);
    }

    @CanEditPositioning
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return axes.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    /** Whether values that are there already would mean something else. */
    @CanEditPositioning
    @Transactional(readOnly = true)
    boolean wouldChangeMeaning(Viewer viewer, long id, SaveAxis input) {
        return axis(viewer, id).getKind() != input.kind() && placements.isUsed(id);
    }

    @CanEditPositioning
    @Transactional
    void create(Viewer viewer, SaveAxis input) {
        axes.save(new MarketAxis(input, clock));
    }

    @CanEditPositioning
    @Transactional
    void update(Viewer viewer, long id, SaveAxis input) {
        MarketAxis axis = axis(viewer, id);
        EditConflict.refuseStale(MarketAxis.class, id, input.version(), axis.getVersion());
        axis.change(input, clock);
    }

    @CanEditPositioning
    @Transactional
    long create(Viewer viewer, SaveOffer input) {
        return offers.save(new MarketOffer(input, clock)).getId();
    }

    @CanEditPositioning
    @Transactional
    void update(Viewer viewer, long id, SaveOffer input) {
        MarketOffer offer = offer(viewer, id);
        EditConflict.refuseStale(MarketOffer.class, id, input.version(), offer.getVersion());
        offer.change(input, clock);
    }

    /** @throws NotFound when there is no such offer or axis */
    @CanEditPositioning
    @Transactional
    void place(Viewer viewer, long offer, PlaceOffer input) {
        offer(viewer, offer);
        axis(viewer, input.axis());
        placements.place(offer, input, viewer.personId(), clock.instant());
    }

    /**
     * Takes back what was a mistake; what was right once stays, and is followed by what is right now.
     *
     * @return the offer
     * @throws NotFound when there is none of this id
     */
    @CanEditPositioning
    @Transactional
    long remove(Viewer viewer, long placement) {
        return placements.remove(placement).orElseThrow(NotFound::new);
    }
}
