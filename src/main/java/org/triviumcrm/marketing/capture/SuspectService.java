package org.triviumcrm.marketing.capture;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** What is kept apart: looked at, taken in, thrown away. */
@Service
public class SuspectService {

    private final SuspectRepository suspects;
    private final CaptureKeyRepository keys;
    private final CaptureService captures;

    SuspectService(SuspectRepository suspects, CaptureKeyRepository keys, CaptureService captures) {
        this.suspects = suspects;
        this.keys = keys;
        this.captures = captures;
    }

    /** The newest first. @param before the last one seen */
    @CanSiftSuspects
    @Transactional(readOnly = true)
    List<Suspect> before(Viewer viewer, long before, int limit) {
        return suspects.before(before, limit);
    }

    /**
     * It was none: it becomes a lead.
     *
     * @return whether there is anything in it to know somebody by; else it stays
     */
    @CanSiftSuspects
    @Transactional
    boolean admit(Viewer viewer, long id) {
        Suspect suspect = suspects.take(id).orElseThrow(NotFound::new);
        Captured captured = Captured.of(suspect.sent());
        if (captured.isSomebody()) {
            captures.admit(keys.findById(suspect.keyId()).orElseThrow(NotFound::new), captured);
            suspects.remove(id);
        }
        return captured.isSomebody();
    }

    @CanSiftSuspects
    @Transactional
    void remove(Viewer viewer, long id) {
        suspects.take(id).orElseThrow(NotFound::new);
        suspects.remove(id);
    }
}
