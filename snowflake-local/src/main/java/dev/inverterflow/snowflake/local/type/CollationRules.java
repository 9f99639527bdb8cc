package dev.inverterflow.snowflake.local.type;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the specifiers of a collation come to. Those whose order the engine's ICU cannot give exactly are refused by name:
 * {@code pi}, {@code fu} and {@code ai} with case.
 *
 * @param locale the engine's name of the locale whose order counts; null for the order of code points
 * @param levels how many levels of ICU's sort key count: 1 for letters, 2 for accents, 3 for case; without a locale unused
 * @param folding what texts are converted to before they are compared
 * @param trimming which blanks do not count
 */
public record CollationRules(@Nullable String locale, int levels, Folding folding, Trimming trimming) {
    /** Conversions of case. */
    public enum Folding {
        NONE,
        UPPER,
        LOWER
    }

    /** Ends of a text whose blanks do not count. */
    public enum Trimming {
        NONE,
        BOTH,
        LEFT,
        RIGHT
    }

    /** Languages that the engine's ICU has, by their ISO codes. */
    private static final Set<String> LANGUAGES = Set.of(
            ("af am ar as az be bg bn bo br bs ca chr cs cy da de dsb dz ee el en eo es et fa ff fi fil fo fr fy ga gl "
                            + "gu ha haw he hi hr hsb hu hy id ig is it ja ka kk kl km kn ko kok ky lb lkt ln lo lt lv mk ml mn mr "
                            + "ms mt my nb ne nl nn om or pa pl ps pt ro ru se si sk sl smn sq sr sv sw ta te th tk to tr ug uk ur "
                            + "uz vi wae wo yi yo zh zu")
                    .split(" "));

    /** Those whose order is not that of their language. */
    private static final Set<String> OWN_ORDER = Set.of("fa_af", "fr_ca", "zh_hk", "zh_mo", "zh_tw");

    private static final Set<String> LOCALES = locales();

    private static final Set<String> UPPER_CASE_FIRST = Set.of("da", "mt");
    private static final Set<String> PUNCTUATION_LAST = Set.of("th");
    private static final Set<String> BINARY = Set.of("utf8", "bin");

    private static final List<Set<String>> EXCLUSIVE = List.of(
            Set.of("cs", "ci"),
            Set.of("as", "ai"),
            Set.of("ps", "pi"),
            Set.of("fl", "fu"),
            Set.of("upper", "lower"),
            Set.of("trim", "ltrim", "rtrim"));

    /** Whether texts compare by their bytes after all. */
    public boolean isBinary() {
        return locale == null && folding == Folding.NONE && trimming == Trimming.NONE;
    }

    /**
     * Reads a specification.
     *
     * @throws SnowflakeException 000002 if it is none, or is one that the stand-in has not
     */
    public static CollationRules of(String specification) {
        var specifiers = Arrays.asList(specification.toLowerCase(Locale.ROOT).split("-", -1));
        if (specifiers.size() == 1 && BINARY.contains(specifiers.get(0))) {
            return new CollationRules(null, 0, Folding.NONE, Trimming.NONE);
        }
        boolean localized = EXCLUSIVE.stream().noneMatch(group -> group.contains(specifiers.get(0)));
        var options = specifiers.subList(localized ? 1 : 0, specifiers.size());
        check(options, specification);
        var written = localized ? specifiers.get(0) : "";
        var locale = localized ? locale(written, specification) : null;
        if (!localized && options.stream().anyMatch(option -> option.length() == 2)) {
            throw refused("without a locale", specification);
        }
        if (options.contains("fl") && UPPER_CASE_FIRST.contains(language(written))) {
            throw refused("with the specifier 'fl'", specification);
        }
        if (options.contains("ps") && PUNCTUATION_LAST.contains(language(written))) {
            throw refused("with the specifier 'ps'", specification);
        }
        return new CollationRules(locale, levels(options, specification), folding(options), trimming(options));
    }

    private static void check(List<String> options, String specification) {
        for (var option : options) {
            var group = EXCLUSIVE.stream().filter(each -> each.contains(option)).findFirst();
            if (group.isEmpty() || option.equals("pi") || option.equals("fu")) {
                throw refused("with the specifier '" + option + "'", specification);
            }
            if (options.stream().filter(group.get()::contains).count() > 1) {
                throw refused("with several specifiers of one kind", specification);
            }
        }
    }

    private static String locale(String written, String specification) {
        if (!LOCALES.contains(written)) {
            throw refused("of the locale '" + written + "'", specification);
        }
        return OWN_ORDER.contains(written) ? written : language(written);
    }

    private static String language(String locale) {
        return locale.split("_", -1)[0];
    }

    /** Languages, and languages with a country, as specifications write them. */
    private static Set<String> locales() {
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(locale ->
                        locale.getScript().isEmpty() && locale.getVariant().isEmpty())
                .map(CollationRules::name)
                .filter(name -> LANGUAGES.contains(language(name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The JDK writes some languages by codes of old. */
    private static String name(Locale locale) {
        var language = language(locale.toLanguageTag().replace('-', '_'));
        var country = locale.getCountry();
        return (country.isEmpty() ? language : language + "_" + country).toLowerCase(Locale.ROOT);
    }

    private static int levels(List<String> options, String specification) {
        if (!options.contains("ai")) {
            return options.contains("ci") ? 2 : 3;
        }
        if (!options.contains("ci")) {
            throw refused("with 'ai' but without 'ci'", specification);
        }
        return 1;
    }

    private static Folding folding(List<String> options) {
        if (options.contains("upper")) {
            return Folding.UPPER;
        }
        return options.contains("lower") ? Folding.LOWER : Folding.NONE;
    }

    private static Trimming trimming(List<String> options) {
        if (options.contains("trim")) {
            return Trimming.BOTH;
        }
        if (options.contains("ltrim")) {
            return Trimming.LEFT;
        }
        return options.contains("rtrim") ? Trimming.RIGHT : Trimming.NONE;
    }

    private static SnowflakeException refused(String what, String specification) {
        return Errors.notSupported("a collation " + what + ": '" + specification + "'");
    }
}
