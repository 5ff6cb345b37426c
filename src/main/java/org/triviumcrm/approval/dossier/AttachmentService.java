package org.triviumcrm.approval.dossier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** Files of cases, for those who see all of the case. */
@Service
class AttachmentService {

    /** In bytes: 20 MB. */
    static final long LARGEST = 20L << 20;

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 255;
    private static final int MARK_LENGTH = 8;

    private final CaseAccess access;
    private final AttachmentRepository attachments;
    private final TrailRepository trail;

    AttachmentService(CaseAccess access, AttachmentRepository attachments, TrailRepository trail) {
        this.access = access;
        this.attachments = attachments;
        this.trail = trail;
    }

    /**
     * Adds a file to a case that is not at its end.
     *
     * @param size in bytes
     * @throws NotAllowed at the field {@code file} for one that is empty, too large, or of no kind that may be attached
     */
    @SignedIn
    @Transactional(rollbackFor = IOException.class)
    public void attach(Viewer viewer, long caseId, String fileName, long size, InputStream content) throws IOException {
        ApprovalCase about = access.concerning(viewer, caseId);
        if (!about.state().isOpen()) {
            throw new AlreadyDecided(caseId);
        }
        if (size == 0) {
            throw new NotAllowed("file", "approval.error.file.empty");
        }
        if (size > LARGEST) {
            throw new NotAllowed("file", "approval.error.file.large");
        }
        if (attachments.of(caseId).size() >= MOST) {
            throw new NotAllowed("file", "approval.error.file.many");
        }
        String name = plain(fileName);
        try (InputStream file = new BufferedInputStream(content)) {
            file.mark(MARK_LENGTH);
            byte[] start = file.readNBytes(MARK_LENGTH);
            file.reset();
            String type = AttachmentKind.of(name, start)
                    .orElseThrow(() -> new NotAllowed("file", "approval.error.file.kind"));
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            long id = attachments.add(caseId, viewer.personId(), name, type, size);
            attachments.store(id, new DigestInputStream(file, hash));
            attachments.sign(id, HexFormat.of().formatHex(hash.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        trail.add(about, Kind.ATTACHED, viewer.personId(), null, name);
    }

    @SignedIn
    @Transactional(readOnly = true)
    public Attachment find(Viewer viewer, long caseId, long id) {
        access.whole(viewer, caseId);
        return attachments.find(caseId, id).orElseThrow(NotFound::new);
    }

    @SignedIn
    public void write(Viewer viewer, long caseId, Attachment attachment, OutputStream target) throws IOException {
        access.whole(viewer, caseId);
        attachments.write(attachment.id(), target);
    }

    /** Without folders and without what no file name should hold; the ending stays. */
    private static String plain(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}
