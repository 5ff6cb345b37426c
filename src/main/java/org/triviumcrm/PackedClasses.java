package org.triviumcrm;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The jars inside our jar as a class path. The loader that Spring Boot brings makes an address and opens a connection for
 * each jar that it asks for a class, and asks a hundred of them for most, after the JDK has thrown an exception because it
 * has no such class. This one looks the name up in the open jars, first in the one that the package's last class came from,
 * and asks the JDK first for packages that it has not met.
 *
 * <p>All classes are of one origin, ours: with one for each jar the virtual machine goes through a list of those that may
 * use a class whenever one class names another.
 */
final class PackedClasses extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final List<Packed> jars = new ArrayList<>();
    private final Map<String, Packed> homes = new ConcurrentHashMap<>();
    private final CodeSource origin;

    /**
     * @param urls of the jars and of the folder with our own classes, in their order
     * @param parent what has the classes that can open them
     */
    PackedClasses(URL[] urls, ClassLoader parent) throws IOException {
        super(urls, parent);
        origin = new CodeSource(urls[0], (Certificate @Nullable []) null);
        for (URL url : urls) {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            jars.add(new Packed(url, ((JarURLConnection) connection).getJarFile()));
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Packed home = homes.get(folder(name));
        if (home != null) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                ZipEntry entry = home.file().getEntry(path(name));
                if (entry != null) {
                    return define(name, home, entry);
                }
            }
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (Packed jar : jars) {
            ZipEntry entry = jar.file().getEntry(path(name));
            if (entry != null) {
                homes.put(folder(name), jar);
                return define(name, jar, entry);
            }
        }
        throw new ClassNotFoundException(name);
    }

    private Class<?> define(String name, Packed jar, ZipEntry entry) throws ClassNotFoundException {
        try (InputStream in = jar.file().getInputStream(entry)) {
            if (getDefinedPackage(folder(name)) == null) {
                definePackage(jar, folder(name));
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, origin);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private void definePackage(Packed jar, String name) throws IOException {
        try {
            definePackage(name, jar.file().getManifest(), jar.url());
        } catch (IllegalArgumentException e) {
            // another thread was faster
        }
    }

    private static String folder(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static String path(String name) {
        return name.replace('.', '/') + ".class";
    }

    @Override
    public @Nullable URL findResource(String name) {
        return jars.stream()
                .filter(jar -> jar.has(name))
                .findFirst()
                .map(jar -> jar.resource(name))
                .orElse(null);
    }

    @Override
    public Enumeration<URL> findResources(String name) {
        return Collections.enumeration(jars.stream()
                .filter(jar -> jar.has(name))
                .map(jar -> jar.resource(name))
                .toList());
    }

    private record Packed(URL url, JarFile file) {

        boolean has(String name) {
            return name.isEmpty() || file.getEntry(name) != null;
        }

        URL resource(String name) {
            try {
                return new URL(
                        url, new URI(null, null, "/" + name, null).getRawPath().substring(1));
            } catch (IOException | URISyntaxException e) {
                throw new IllegalArgumentException(name, e);
            }
        }
    }
}
