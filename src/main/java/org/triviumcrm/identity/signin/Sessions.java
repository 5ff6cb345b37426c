package org.triviumcrm.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.triviumcrm.identity.CanManagePeople;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/** Where people are signed in, on whichever node. */
@Service
public class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final BrowserName names;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, BrowserName names) {
        this.sessions = sessions;
        this.names = names;
    }

    /** The viewer's own, the one used last first. */
    @SignedIn
    public List<OpenSession> open(Viewer viewer, String currentId) {
        return of(viewer.personId()).values().stream()
                .map(session -> open(session, currentId))
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
                .toList();
    }

    @SignedIn
    public void end(Viewer viewer, String handle) {
        of(viewer.personId()).keySet().stream()
                .filter(id -> handle(id).equals(handle))
                .forEach(sessions::deleteById);
    }

    /** All of the viewer's sessions but one. */
    @SignedIn
    public void endOthers(Viewer viewer, String keptId) {
        of(viewer.personId()).keySet().stream().filter(id -> !id.equals(keptId)).forEach(sessions::deleteById);
    }

    /** All sessions of somebody who must be out at once. */
    @CanManagePeople
    public void endAll(Viewer viewer, long personId) {
        of(personId).keySet().forEach(sessions::deleteById);
    }

    private Map<String, ? extends Session> of(long personId) {
        return sessions.findByPrincipalName(Long.toString(personId));
    }

    private OpenSession open(Session session, String currentId) {
        Device device = Objects.requireNonNullElse(session.getAttribute(SignInEvents.DEVICE), Device.UNKNOWN);
        return new OpenSession(
                handle(session.getId()),
                device.address(),
                names.browser(device.browser()),
                names.system(device.browser()),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(currentId));
    }

    /** A session's id is as good as a password, so pages show a digest of it. */
    private static String handle(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
