package dev.inverterflow.snowflake.local.load.store;

/**
 * A file of an internal stage, or a path inside one.
 *
 * @param area tells the stage from every other, also from one of the same name before it
 * @param shownAs what LIST puts before the paths of the stage's files
 * @param path below the stage
 */
public record InternalLocation(String area, String shownAs, String path) implements FileLocation {
    @Override
    public String shown() {
        return shownAs + path;
    }

    @Override
    public String key() {
        return area + "/" + path;
    }

    @Override
    public InternalLocation resolve(String relativePath) {
        return new InternalLocation(area, shownAs, path + relativePath);
    }

    @Override
    public boolean contains(FileLocation other) {
        return other instanceof InternalLocation file && file.area.equals(area) && file.path.startsWith(path);
    }
}
