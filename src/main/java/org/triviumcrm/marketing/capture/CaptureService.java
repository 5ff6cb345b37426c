package org.triviumcrm.marketing.capture;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.lead.LeadService;

/** Takes in what forms on websites send. Nothing of it is written to a log. */
@Service
public class CaptureService {

    /** That many more than are believed in an hour are kept apart; what comes beyond is a flood, and dropped. */
    private static final int KEPT_APART = 1_000;

    private final CaptureKeyRepository keys;
    private final CaptureHitRepository hits;
    private final SuspectRepository suspects;
    private final LeadService leads;
    private final Clock clock;

    CaptureService(
            CaptureKeyRepository keys,
            CaptureHitRepository hits,
            SuspectRepository suspects,
            LeadService leads,
            Clock clock) {
        this.keys = keys;
        this.hits = hits;
        this.suspects = suspects;
        this.leads = leads;
        this.clock = clock;
    }

    /** Says when a page was opened; empty for a key that there is not. */
    @Transactional(readOnly = true)
    public Optional<String> ticket(String token) {
        return keys.findByTokenAndActiveTrue(token).map(key -> CaptureTicket.write(key.getSecret(), clock.instant()));
    }

    /** Whose pages may send from a script; null for nobody's. */
    @Transactional(readOnly = true)
    public @Nullable String site(String token) {
        return keys.findByTokenAndActiveTrue(token).map(CaptureKey::getSite).orElse(null);
    }

    /**
     * Makes a lead of it, or keeps it apart. Whoever sent it does not learn what became of it.
     *
     * @param sent by the names of the form
     * @param address of the net that it came from
     */
    @Transactional
    public void take(String token, Map<String, String> sent, String address) {
        keys.findByTokenAndActiveTrue(token).ifPresent(key -> take(key, sent, address));
    }

    private void take(CaptureKey key, Map<String, String> sent, String address) {
        Instant now = clock.instant();
        Captured captured = Captured.of(sent);
        int fromAddress = hits.count(key.getId(), hash(key, address), now);
        int inAll = hits.count(key.getId(), "", now);
        Optional<Suspicion> suspicion = SpamGuard.of(key, captured, fromAddress, inAll, now);
        if (suspicion.isEmpty()) {
            admit(key, captured);
        } else if (inAll <= key.getPerHour() + KEPT_APART) {
            suspects.add(key.getId(), now, suspicion.get(), captured.sent());
        }
    }

    /** Within the caller's transaction. */
    void admit(CaptureKey key, Captured captured) {
        leads.capture(
                Viewer.job("marketing.log.capture"),
                captured.lead(key.getSource(), key.getCampaignId(), key.getOwnerId()),
                captured.answers());
    }

    private static String hash(CaptureKey key, String address) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest((key.getSecret() + address).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
