package org.triviumcrm.marketing.capture;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** The keys by which forms on websites send leads. */
@Service
public class CaptureKeyService {

    private static final int TOKEN_BYTES = 15;
    private static final int SECRET_BYTES = 32;

    private final CaptureKeyRepository keys;
    private final People people;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CaptureKeyService(CaptureKeyRepository keys, People people, Clock clock) {
        this.keys = keys;
        this.people = people;
        this.clock = clock;
    }

    @CanManageCaptures
    @Transactional(readOnly = true)
    List<CaptureKey> all(Viewer viewer) {
        return keys.findByOrderByNameAsc();
    }

    @CanManageCaptures
    @Transactional(readOnly = true)
    CaptureKey find(Viewer viewer, long id) {
        return keys.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageCaptures
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return keys.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    /** @throws NotFound when the viewer may not put that person in charge of leads */
    @CanManageCaptures
    @Transactional
    long create(Viewer viewer, SaveCaptureKey input) {
        requireOwner(viewer, input.ownerId(), null);
        return keys.save(new CaptureKey(input, text(TOKEN_BYTES), text(SECRET_BYTES), clock.instant()))
                .getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageCaptures
    @Transactional
    void update(Viewer viewer, long id, SaveCaptureKey input) {
        CaptureKey key = find(viewer, id);
        EditConflict.refuseStale(CaptureKey.class, id, input.version(), key.getVersion());
        requireOwner(viewer, input.ownerId(), key.getOwnerId());
        key.change(input, clock.instant());
    }

    private void requireOwner(Viewer viewer, @Nullable Long ownerId, @Nullable Long before) {
        if (ownerId != null && !Objects.equals(ownerId, before) && !people.mayChoose(viewer, "lead", ownerId)) {
            throw new NotFound();
        }
    }

    private String text(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
